subroutine integral_rows(img, integral, width, height)
  implicit none
  integer, intent(in) :: width, height
  integer(1), intent(in) :: img(width, height)
  integer, intent(out) :: integral(width, height)
  integer :: x, y, total

  do y = 1, height
    total = 0
    do x = 1, width
      total = total + iand(int(img(x, y)), 255)
      integral(x, y) = total
    end do
  end do
end subroutine integral_rows
