subroutine project_velocity(u, p, dt_dx, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real(8), intent(inout) :: u(0:nx, 0:ny-1)
  real(8), intent(in) :: p(0:nx-1, 0:ny-1), dt_dx
  integer :: j

  do j = 0, ny - 1
    u(1:nx-1, j) = u(1:nx-1, j) - dt_dx*(p(1:nx-1, j) - p(0:nx-2, j))
  end do
end subroutine project_velocity
