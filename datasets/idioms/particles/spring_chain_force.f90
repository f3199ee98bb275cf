subroutine spring_forces(x, f, k, rest, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: x(n), k, rest
  double precision, intent(out) :: f(n)
  double precision :: stretch
  integer :: i

  f = 0.0d0
  do i = 1, n - 1
    stretch = k*(x(i+1) - x(i) - rest)
    f(i) = f(i) + stretch
    f(i+1) = f(i+1) - stretch
  end do
end subroutine spring_forces
