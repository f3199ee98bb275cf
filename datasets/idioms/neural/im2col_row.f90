subroutine im2col(im, col, channels, height, width, ksize, pad)
  implicit none
  integer, intent(in) :: channels, height, width, ksize, pad
  real, intent(in) :: im(0:*)
  real, intent(out) :: col(0:*)
  integer :: hc, wc, c, h, w, row, x, ch
  real :: v

  hc = height + 2*pad - ksize + 1
  wc = width + 2*pad - ksize + 1
  do c = 0, channels*ksize*ksize - 1
    ch = c/ksize/ksize
    do h = 0, hc - 1
      row = mod(c/ksize, ksize) + h - pad
      do w = 0, wc - 1
        x = mod(c, ksize) + w - pad
        v = 0.0
        if (row >= 0 .and. x >= 0 .and. row < height .and. x < width) v = im((ch*height + row)*width + x)
        col((c*hc + h)*wc + w) = v
      end do
    end do
  end do
end subroutine im2col
