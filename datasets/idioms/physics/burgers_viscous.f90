subroutine burgers(u, un, nu, dt, dx, nx)
  implicit none
  integer, intent(in) :: nx
  real, intent(in) :: u(nx), nu, dt, dx
  real, intent(out) :: un(nx)
  real :: left(nx), right(nx)

  left = cshift(u, -1)
  right = cshift(u, 1)
  un = u + dt * (nu * (right - 2.0 * u + left) / (dx * dx) - u * (right - left) / (2.0 * dx))
end subroutine burgers
