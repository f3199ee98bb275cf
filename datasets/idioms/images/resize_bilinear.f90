subroutine resize_bilinear(src, dst, sw, sh, dw, dh)
  implicit none
  integer, intent(in) :: sw, sh, dw, dh
  real, intent(in) :: src(0:*)
  real, intent(out) :: dst(0:dw-1, 0:dh-1)
  integer :: x, y, x0, x1, y0, y1
  real :: gx, gy, ax, ay, top, bottom

  do y = 0, dh - 1
    gy = y * (real(sh)/dh)
    y0 = int(gy)
    y1 = merge(y0 + 1, y0, y0 + 1 < sh)
    ay = gy - y0
    do x = 0, dw - 1
      gx = x * (real(sw)/dw)
      x0 = int(gx)
      x1 = merge(x0 + 1, x0, x0 + 1 < sw)
      ax = gx - x0
      top = src(y0*sw + x0)*(1 - ax) + src(y0*sw + x1)*ax
      bottom = src(y1*sw + x0)*(1 - ax) + src(y1*sw + x1)*ax
      dst(x, y) = top*(1 - ay) + bottom*ay
    end do
  end do
end subroutine resize_bilinear
