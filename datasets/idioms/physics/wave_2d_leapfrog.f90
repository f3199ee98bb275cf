subroutine wave2d(prev, cur, next, c2, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real(8), intent(in) :: prev(nx, ny), cur(nx, ny), c2
  real(8), intent(inout) :: next(nx, ny)
  real(8) :: lap
  integer :: x, y

  do y = 2, ny - 1
    do x = 2, nx - 1
      lap = cur(x-1, y) + cur(x+1, y) + cur(x, y-1) + cur(x, y+1) - 4.0d0 * cur(x, y)
      next(x, y) = 2.0d0 * cur(x, y) - prev(x, y) + c2 * lap
    end do
  end do
end subroutine wave2d
