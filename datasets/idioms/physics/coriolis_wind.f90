subroutine coriolis(u, v, lat, dt, n)
  implicit none
  integer, parameter :: wp = selected_real_kind(15, 307)
  integer, intent(in) :: n
  real(wp), intent(inout) :: u(n), v(n)
  real(wp), intent(in) :: lat(n), dt
  real(wp), parameter :: omega = 7.292e-5_wp, pi = 3.14159265358979_wp
  real(wp) :: f, u0
  integer :: i

  do i = 1, n
    f = 2.0_wp * omega * sin(lat(i) * pi / 180.0_wp)
    u0 = u(i)
    u(i) = u(i) + dt * f * v(i)
    v(i) = v(i) - dt * f * u0
  end do
end subroutine coriolis
