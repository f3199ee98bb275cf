subroutine update_hz(hz, ex, ey, coef, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(inout) :: hz(nx, ny)
  real, intent(in) :: ex(nx, ny), ey(nx, ny), coef(nx, ny)
  integer :: i, j

  do concurrent (j = 1:ny-1, i = 1:nx-1)
    hz(i, j) = hz(i, j) + coef(i, j)*(ex(i, j+1) - ex(i, j) - ey(i+1, j) + ey(i, j))
  end do
end subroutine update_hz
