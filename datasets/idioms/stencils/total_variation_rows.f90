subroutine tv_rows(img, tv, height, width)
  implicit none
  integer, intent(in) :: height, width
  real, intent(in) :: img(width, height)
  real, intent(out) :: tv(height)
  integer :: y

  do y = 1, height
    tv(y) = sum(abs(img(2:width, y) - img(1:width-1, y)))
  end do
end subroutine tv_rows
