subroutine radix_bits(keys, bits, shift, n)
  implicit none
  integer, intent(in) :: n, shift
  integer, intent(in) :: keys(n)
  integer, intent(out) :: bits(n)
  integer :: i

  do i = 1, n
    bits(i) = ibits(keys(i), iand(shift, 31), 1)
  end do
end subroutine radix_bits
