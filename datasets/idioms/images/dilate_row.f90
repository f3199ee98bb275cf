subroutine dilate_rows(mask, grown, width, height, reach)
  implicit none
  integer, intent(in) :: width, height, reach
  integer, intent(in) :: mask(width, height)
  integer, intent(out) :: grown(width, height)
  integer :: x, y

  grown = 0
  do y = 1, height
    do x = 1, width
      if (any(mask(max(1, x - reach):min(width, x + reach), y) /= 0)) grown(x, y) = 1
    end do
  end do
end subroutine dilate_rows
