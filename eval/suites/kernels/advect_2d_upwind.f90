subroutine advect_2d_upwind(ny, nx, u, v, q, q_new, lambda)
  implicit none
  integer, intent(in) :: ny, nx
  real, intent(in) :: u(nx, ny), v(nx, ny), q(nx, ny), lambda
  real, intent(inout) :: q_new(nx, ny)
  real :: dx, dy
  integer :: x, y

  do y = 2, ny - 1
    do x = 2, nx - 1
      if (u(x, y) > 0.0) then
        dx = q(x, y) - q(x - 1, y)
      else
        dx = q(x + 1, y) - q(x, y)
      end if
      if (v(x, y) > 0.0) then
        dy = q(x, y) - q(x, y - 1)
      else
        dy = q(x, y + 1) - q(x, y)
      end if
      q_new(x, y) = q(x, y) - lambda * (u(x, y) * dx + v(x, y) * dy)
    end do
  end do
end subroutine advect_2d_upwind
