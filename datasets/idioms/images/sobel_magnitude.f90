subroutine sobel(img, edge, width, height)
  implicit none
  integer, intent(in) :: width, height
  real, intent(in) :: img(width, height)
  real, intent(inout) :: edge(width, height)
  integer :: x, y
  real :: gx, gy

  do y = 2, height - 1
    do x = 2, width - 1
      gx = img(x+1, y-1) + 2*img(x+1, y) + img(x+1, y+1) - img(x-1, y-1) - 2*img(x-1, y) - img(x-1, y+1)
      gy = img(x-1, y+1) + 2*img(x, y+1) + img(x+1, y+1) - img(x-1, y-1) - 2*img(x, y-1) - img(x+1, y-1)
      edge(x, y) = sqrt(gx*gx + gy*gy)
    end do
  end do
end subroutine sobel
