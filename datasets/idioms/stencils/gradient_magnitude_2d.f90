subroutine grad_norm(phi, g, h, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: phi(nx, ny), h
  real, intent(out) :: g(nx, ny)
  integer :: i, j
  real :: gx, gy

  do j = 1, ny
    do i = 1, nx
      gx = (phi(min(i+1, nx), j) - phi(max(i-1, 1), j)) / (2*h)
      gy = (phi(i, min(j+1, ny)) - phi(i, max(j-1, 1))) / (2*h)
      g(i, j) = sqrt(gx**2 + gy**2)
    end do
  end do
end subroutine grad_norm
