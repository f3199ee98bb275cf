subroutine damped_jacobi_poisson(u, f, u_new, h, omega, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  double precision, intent(in) :: u(nx, ny), f(nx, ny), h, omega
  double precision, intent(inout) :: u_new(nx, ny)
  double precision :: gs
  integer :: i, j

  do j = 2, ny - 1
    do i = 2, nx - 1
      gs = 0.25d0 * (u(i-1, j) + u(i+1, j) + u(i, j-1) + u(i, j+1) - h**2 * f(i, j))
      u_new(i, j) = (1.0d0 - omega) * u(i, j) + omega * gs
    end do
  end do
end subroutine damped_jacobi_poisson
