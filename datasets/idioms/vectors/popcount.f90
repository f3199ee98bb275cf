subroutine count_bits(words, bits, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: words(n)
  integer, intent(out) :: bits(n)

  bits = popcnt(words)
end subroutine count_bits
