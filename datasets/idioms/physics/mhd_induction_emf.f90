pure subroutine emf_z(vx, vy, bx, by, ez, m)
  implicit none
  integer, intent(in) :: m
  double precision, intent(in) :: vx(m), vy(m), bx(m), by(m)
  double precision, intent(out) :: ez(m)
  integer :: i

  do i = 1, m
    ez(i) = -(vx(i) * by(i) - vy(i) * bx(i))
  end do
end subroutine emf_z
