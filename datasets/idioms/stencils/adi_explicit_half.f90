subroutine adi_rhs(u, rhs, r, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: u(nx, ny), r
  real, intent(out) :: rhs(nx, ny)
  integer :: j

  do j = 1, ny
    rhs(:, j) = (1.0 - 2.0*r)*u(:, j)
    if (j > 1) rhs(:, j) = rhs(:, j) + r*u(:, j-1)
    if (j < ny) rhs(:, j) = rhs(:, j) + r*u(:, j+1)
  end do
end subroutine adi_rhs
