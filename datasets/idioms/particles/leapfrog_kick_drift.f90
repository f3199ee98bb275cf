subroutine leapfrog(pos, vel, acc, dt, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: pos(3, n), vel(3, n)
  real, intent(in) :: acc(3, n), dt

  vel = vel + dt*acc
  pos = pos + dt*vel
end subroutine leapfrog
