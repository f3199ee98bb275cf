subroutine rotate_points(x, y, angle, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(inout) :: x(n), y(n)
  double precision, intent(in) :: angle
  double precision :: c, s, xi
  integer :: i

  c = cos(angle)
  s = sin(angle)
  do i = 1, n
    xi = x(i)
    x(i) = c * xi - s * y(i)
    y(i) = s * xi + c * y(i)
  end do
end subroutine rotate_points
