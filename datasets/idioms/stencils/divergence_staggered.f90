subroutine divergence(u, v, div, dx, dy, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: u(nx + 1, ny), v(nx, ny + 1), dx, dy
  real, intent(out) :: div(nx, ny)

  div = (u(2:nx+1, :) - u(1:nx, :)) / dx + (v(:, 2:ny+1) - v(:, 1:ny)) / dy
end subroutine divergence
