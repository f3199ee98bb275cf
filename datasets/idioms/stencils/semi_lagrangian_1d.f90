subroutine advect_back(q, u, out, dt, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: q(0:n-1), u(0:n-1), dt
  real, intent(out) :: out(0:n-1)
  integer :: i, i0, i1
  real :: x, f

  do i = 0, n - 1
    x = i - dt*u(i)
    if (.not. (x > 0.0)) x = 0.0
    if (x > n - 1) x = n - 1
    i0 = floor(x)
    i1 = min(i0 + 1, n - 1)
    f = x - i0
    out(i) = (1.0 - f)*q(i0) + f*q(i1)
  end do
end subroutine advect_back
