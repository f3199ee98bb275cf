subroutine erode_binary(mask, eroded, height, width)
  implicit none
  integer, intent(in) :: height, width
  integer, intent(in) :: mask(width, height)
  integer, intent(out) :: eroded(width, height)
  integer :: x, y

  eroded = 0
  do y = 2, height - 1
    do x = 2, width - 1
      if (all(mask(x-1:x+1, y-1:y+1) > 0)) eroded(x, y) = 1
    end do
  end do
end subroutine erode_binary
