subroutine rk4_decay(y, lambda, dt, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(inout) :: y(n)
  real(8), intent(in) :: lambda(n), dt
  real(8) :: k1, k2, k3, k4
  integer :: i

  do i = 1, n
    k1 = f(y(i))
    k2 = f(y(i) + 0.5d0 * dt * k1)
    k3 = f(y(i) + 0.5d0 * dt * k2)
    k4 = f(y(i) + dt * k3)
    y(i) = y(i) + dt / 6.0d0 * (k1 + 2.0d0 * k2 + 2.0d0 * k3 + k4)
  end do

contains

  real(8) function f(state)
    real(8), intent(in) :: state
    f = -lambda(i) * state
  end function f

end subroutine rk4_decay
