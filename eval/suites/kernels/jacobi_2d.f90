subroutine jacobi_2d(old, source, next, ny, nx, h2)
  implicit none
  integer, intent(in) :: ny, nx
  real(8), intent(in) :: old(nx, ny), source(nx, ny), h2
  real(8), intent(inout) :: next(nx, ny)
  integer :: x, y

  do y = 2, ny - 1
    do x = 2, nx - 1
      next(x, y) = (old(x + 1, y) + old(x - 1, y) + old(x, y + 1) + old(x, y - 1) - h2 * source(x, y)) / 4.0d0
    end do
  end do
end subroutine jacobi_2d
