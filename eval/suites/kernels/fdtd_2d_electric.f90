subroutine fdtd_2d_electric(ex, ey, hz, nx, ny, ce)
  implicit none
  integer, intent(in) :: nx, ny
  real, dimension(ny, nx), intent(inout) :: ex, ey
  real, dimension(ny, nx), intent(in) :: hz
  real, intent(in) :: ce

  ex(2:ny, :) = ex(2:ny, :) + ce * (hz(2:ny, :) - hz(1:ny-1, :))
  ey(:, 2:nx) = ey(:, 2:nx) - ce * (hz(:, 2:nx) - hz(:, 1:nx-1))
end subroutine fdtd_2d_electric
