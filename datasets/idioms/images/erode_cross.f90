subroutine erode_cross(src, dst, w, h)
  implicit none
  integer, intent(in) :: w, h
  integer(1), intent(in) :: src(w, h)
  integer(1), intent(out) :: dst(w, h)
  integer :: x, y, m

  do y = 1, h
    do x = 1, w
      m = level(x, y)
      if (x > 1) m = min(m, level(x-1, y))
      if (x < w) m = min(m, level(x+1, y))
      if (y > 1) m = min(m, level(x, y-1))
      if (y < h) m = min(m, level(x, y+1))
      dst(x, y) = int(m, 1)
    end do
  end do

contains

  integer function level(i, j)
    integer, intent(in) :: i, j
    level = iand(int(src(i, j)), 255)
  end function level

end subroutine erode_cross
