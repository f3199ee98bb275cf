subroutine unpack_argb(packed, rgba, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: packed(n)
  integer(1), intent(out) :: rgba(4, n)
  integer :: i

  do i = 1, n
    rgba(1, i) = int(ibits(packed(i), 16, 8), 1)
    rgba(2, i) = int(ibits(packed(i), 8, 8), 1)
    rgba(3, i) = int(ibits(packed(i), 0, 8), 1)
    rgba(4, i) = int(ibits(packed(i), 24, 8), 1)
  end do
end subroutine unpack_argb
