subroutine estimate_pi(u, pi, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: u(2, n)
  double precision, intent(out) :: pi
  integer :: i, inside

  inside = 0
  do i = 1, n
    if (u(1, i)**2 + u(2, i)**2 < 1.0d0) inside = inside + 1
  end do
  pi = 0.0d0
  if (n > 0) pi = 4.0d0 * inside / n
end subroutine estimate_pi
