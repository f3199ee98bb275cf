subroutine sw_height(u, v, h, depth, dt, dx, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, dimension(ny, nx), intent(in) :: u, v
  real, dimension(ny, nx), intent(inout) :: h
  real, intent(in) :: depth, dt, dx
  real :: div
  integer :: i, j

  do i = 2, nx - 1
    do j = 2, ny - 1
      div = (u(j, i+1) - u(j, i-1) + v(j+1, i) - v(j-1, i)) / (2.0 * dx)
      h(j, i) = h(j, i) - dt * depth * div
    end do
  end do
end subroutine sw_height
