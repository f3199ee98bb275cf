subroutine global_max(x, peak, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  real, intent(inout) :: peak(1)
  integer :: i

  do i = 1, n
    if (x(i) > peak(1)) peak(1) = x(i)
  end do
end subroutine global_max
