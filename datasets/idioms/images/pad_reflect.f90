subroutine pad_reflect(in, out, w, h, pad)
  implicit none
  integer, intent(in) :: w, h, pad
  real, intent(in) :: in(0:*)
  real, intent(inout) :: out(0:*)
  integer :: x, y, sx, sy, pw, ph

  pw = w + 2*pad
  ph = h + 2*pad
  do y = 0, ph - 1
    sy = abs(y - pad)
    if (sy >= h) sy = 2*h - 2 - sy
    do x = 0, pw - 1
      sx = abs(x - pad)
      if (sx >= w) sx = 2*w - 2 - sx
      if (sx >= 0 .and. sy >= 0) out(y*pw + x) = in(sy*w + sx)
    end do
  end do
end subroutine pad_reflect
