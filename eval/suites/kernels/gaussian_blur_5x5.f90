subroutine gaussian_blur_5x5(source, blurred, height, width)
  implicit none
  integer, intent(in) :: height, width
  integer(1), intent(in) :: source(width, height)
  integer(1), intent(out) :: blurred(width, height)
  integer, parameter :: binomial(-2:2) = [1, 4, 6, 4, 1]
  integer :: x, y, u, v, total, pixel

  do y = 1, height
    do x = 1, width
      total = 128
      do v = -2, 2
        do u = -2, 2
          pixel = source(min(max(x + u, 1), width), min(max(y + v, 1), height))
          total = total + binomial(v) * binomial(u) * iand(pixel, 255)
        end do
      end do
      total = total / 256
      if (total > 127) total = total - 256
      blurred(x, y) = int(total, 1)
    end do
  end do
end subroutine gaussian_blur_5x5
