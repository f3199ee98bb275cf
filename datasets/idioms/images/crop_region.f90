subroutine crop(img, out, stride, left, top, cw, ch)
  implicit none
  integer, intent(in) :: stride, left, top, cw, ch
  real, intent(in) :: img(0:*)
  real, intent(out) :: out(0:*)
  integer :: x, y

  do y = 0, ch - 1
    do x = 0, cw - 1
      out(y*cw + x) = img((top + y)*stride + left + x)
    end do
  end do
end subroutine crop
