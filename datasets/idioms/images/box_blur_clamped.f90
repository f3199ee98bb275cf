subroutine box_blur(in, out, w, h, r)
  implicit none
  integer, intent(in) :: w, h, r
  real, intent(in) :: in(w, h)
  real, intent(out) :: out(w, h)
  integer :: x, y, x0, x1, y0, y1

  do y = 1, h
    y0 = max(1, y - r)
    y1 = min(h, y + r)
    do x = 1, w
      x0 = max(1, x - r)
      x1 = min(w, x + r)
      out(x, y) = sum(in(x0:x1, y0:y1)) / ((x1 - x0 + 1)*(y1 - y0 + 1))
    end do
  end do
end subroutine box_blur
