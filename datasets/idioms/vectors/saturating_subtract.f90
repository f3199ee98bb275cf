subroutine subtract_saturated(a, b, c, len)
  implicit none
  integer, intent(in) :: len
  integer(1), intent(in) :: a(len), b(len)
  integer(1), intent(out) :: c(len)
  integer :: i, left, right

  do i = 1, len
    left = iand(int(a(i)), 255)
    right = iand(int(b(i)), 255)
    c(i) = int(max(left - right, 0), 1)
  end do
end subroutine subtract_saturated
