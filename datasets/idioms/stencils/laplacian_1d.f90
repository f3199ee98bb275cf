subroutine laplacian_1d(u, lap, dx, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: u(n), dx
  real(8), intent(inout) :: lap(n)
  integer :: i

  do i = 2, n - 1
    lap(i) = (u(i-1) - 2.0d0*u(i) + u(i+1)) / (dx*dx)
  end do
end subroutine laplacian_1d
