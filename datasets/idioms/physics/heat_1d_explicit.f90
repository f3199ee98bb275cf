subroutine heat_step(u, u_next, alpha, dt, dx, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: u(n), alpha, dt, dx
  real, intent(inout) :: u_next(n)
  real :: r

  r = alpha * dt / dx**2
  u_next(2:n-1) = u(2:n-1) + r * (u(3:n) - 2.0 * u(2:n-1) + u(1:n-2))
end subroutine heat_step
