subroutine bilinear(grid, px, py, val, nx, ny, npts)
  implicit none
  integer, intent(in) :: nx, ny, npts
  real(8), intent(in) :: grid(0:nx-1, 0:ny-1), px(npts), py(npts)
  real(8), intent(out) :: val(npts)
  real(8) :: x, y, fx, fy
  integer :: i, j, k

  val = 0.0d0
  do k = 1, npts
    x = px(k)
    y = py(k)
    if (x >= 0.0d0 .and. x < nx - 1 .and. y >= 0.0d0 .and. y < ny - 1) then
      i = int(x)
      j = int(y)
      fx = x - i
      fy = y - j
      val(k) = (1 - fx) * (1 - fy) * grid(i, j) + fx * (1 - fy) * grid(i + 1, j) &
             + (1 - fx) * fy * grid(i, j + 1) + fx * fy * grid(i + 1, j + 1)
    end if
  end do
end subroutine bilinear
