subroutine resize_nearest(src, dst, sw, sh, dw, dh)
  implicit none
  integer, intent(in) :: sw, sh, dw, dh
  integer(1), intent(in) :: src(0:*)
  integer(1), intent(out) :: dst(0:dw-1, 0:dh-1)
  integer :: x, y

  do y = 0, dh - 1
    do x = 0, dw - 1
      dst(x, y) = src((y*sh/dh)*sw + x*sw/dw)
    end do
  end do
end subroutine resize_nearest
