real function cfl_dt(vel, sound, dx, courant, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: vel(n), sound(n), dx, courant
  real :: s, smax
  integer :: i

  smax = 1.0e-6
  do i = 1, n
    s = abs(vel(i)) + sound(i)
    if (s > smax) smax = s
  end do
  cfl_dt = courant * dx / smax
end function cfl_dt
