subroutine julia_escape(steps, h, w, cr, ci, zoom)
  implicit none
  integer, intent(in) :: h, w
  integer, intent(out) :: steps(0:w-1, 0:h-1)
  real(8), intent(in) :: cr, ci, zoom
  real(8) :: re, im, re2, im2
  integer :: x, y, k

  do y = 0, h - 1
    do x = 0, w - 1
      re = (x - 0.5d0 * w) * zoom
      im = (y - 0.5d0 * h) * zoom
      do k = 0, 39
        re2 = re * re
        im2 = im * im
        if (re2 + im2 > 4d0) exit
        im = 2d0 * re * im + ci
        re = re2 - im2 + cr
      end do
      steps(x, y) = k
    end do
  end do
end subroutine julia_escape
