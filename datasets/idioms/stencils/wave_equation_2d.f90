subroutine wave_step(prev, cur, next, c2, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: prev(nx, ny), cur(nx, ny), c2
  real, intent(inout) :: next(nx, ny)
  integer :: ix, iy
  real :: lap

  do iy = 2, ny - 1
    do ix = 2, nx - 1
      lap = cur(ix-1, iy) + cur(ix+1, iy) + cur(ix, iy-1) + cur(ix, iy+1) - 4*cur(ix, iy)
      next(ix, iy) = 2*cur(ix, iy) - prev(ix, iy) + c2*lap
    end do
  end do
end subroutine wave_step
