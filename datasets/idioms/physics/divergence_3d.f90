subroutine divergence(u, v, w, div, inv2h, nx, ny, nz)
  implicit none
  integer, intent(in) :: nx, ny, nz
  real, dimension(nx, ny, nz), intent(in) :: u, v, w
  real, dimension(nx, ny, nz), intent(inout) :: div
  real, intent(in) :: inv2h
  integer :: i, j, k

  do k = 2, nz - 1
    do j = 2, ny - 1
      do i = 2, nx - 1
        div(i, j, k) = inv2h * (u(i+1, j, k) - u(i-1, j, k) + v(i, j+1, k) - v(i, j-1, k) &
                              + w(i, j, k+1) - w(i, j, k-1))
      end do
    end do
  end do
end subroutine divergence
