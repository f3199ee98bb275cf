subroutine popcount(x, bits, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: x(n)
  integer, intent(out) :: bits(n)

  bits = popcnt(x)
end subroutine popcount
