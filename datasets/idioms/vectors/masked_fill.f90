subroutine masked_fill(x, mask, val, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: x(n)
  integer(1), intent(in) :: mask(n)
  real, intent(in) :: val
  integer :: i

  do i = 1, n
    if (mask(i) == 1) x(i) = val
  end do
end subroutine masked_fill
