subroutine verlet(r, r_prev, force, mass, dt, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(inout) :: r(n), r_prev(n)
  double precision, intent(in) :: force(n), mass(n), dt
  double precision :: next
  integer :: i

  do i = 1, n
    next = 2.0d0*r(i) - r_prev(i) + force(i)/mass(i)*dt*dt
    r_prev(i) = r(i)
    r(i) = next
  end do
end subroutine verlet
