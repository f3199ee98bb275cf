subroutine mandelbrot(iters, x0, y0, step, width, height)
  implicit none
  integer, parameter :: dp = selected_real_kind(15), max_iter = 30
  integer, intent(in) :: width, height
  integer, intent(out) :: iters(width, height)
  real(dp), intent(in) :: x0, y0, step
  real(dp) :: cr, ci, zr, zi, t
  integer :: row, col, k

  do row = 1, height
    do col = 1, width
      cr = x0 + (col - 1)*step
      ci = y0 + (row - 1)*step
      zr = 0.0_dp
      zi = 0.0_dp
      do k = 0, max_iter - 1
        if (zr*zr + zi*zi > 4.0_dp) exit
        t = zr*zr - zi*zi + cr
        zi = 2.0_dp*zr*zi + ci
        zr = t
      end do
      iters(col, row) = k
    end do
  end do
end subroutine mandelbrot
