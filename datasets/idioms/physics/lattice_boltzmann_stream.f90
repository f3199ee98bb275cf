subroutine lbm_stream(f_in, f_out, cx, cy, nx, ny)
  implicit none
  integer, intent(in) :: cx, cy, nx, ny
  real, intent(in) :: f_in(0:nx-1, 0:ny-1)
  real, intent(out) :: f_out(0:nx-1, 0:ny-1)
  integer :: x, y

  do y = 0, ny - 1
    do x = 0, nx - 1
      f_out(x, y) = f_in(modulo(x - cx, nx), modulo(y - cy, ny))
    end do
  end do
end subroutine lbm_stream
