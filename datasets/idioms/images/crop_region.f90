subroutine crop(img, out, stride, left, top, cw, ch)
  implicit none
  integer, intent(in) :: stride, left, top, cw, ch
  real, intent(in) :: img(0:*)
  real, intent(out) :: out(cw, ch)
  integer :: y, start

  do y = 1, ch
    start = (top + y - 1)*stride + left
    out(:, y) = img(start:start + cw - 1)
  end do
end subroutine crop
