subroutine sobel_direction(grey, sector, h, w, threshold)
  implicit none
  integer, intent(in) :: h, w
  real, intent(in) :: grey(w, h), threshold
  integer, intent(out) :: sector(w, h)
  real :: gx, gy
  integer :: x, y

  sector = -1
  do y = 2, h - 1
    do x = 2, w - 1
      gx = grey(x+1, y-1) - grey(x-1, y-1) + 2.0 * (grey(x+1, y) - grey(x-1, y)) + grey(x+1, y+1) - grey(x-1, y+1)
      gy = grey(x-1, y+1) - grey(x-1, y-1) + 2.0 * (grey(x, y+1) - grey(x, y-1)) + grey(x+1, y+1) - grey(x+1, y-1)
      if (gx * gx + gy * gy <= threshold * threshold) cycle
      if (abs(gy) * 2.0 < abs(gx)) then
        sector(x, y) = 0
      else if (abs(gx) * 2.0 < abs(gy)) then
        sector(x, y) = 2
      else if (gx * gy > 0.0) then
        sector(x, y) = 1
      else
        sector(x, y) = 3
      end if
    end do
  end do
end subroutine sobel_direction
