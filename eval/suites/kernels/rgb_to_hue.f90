subroutine rgb_to_hue(rgb, hue, pixels)
  implicit none
  integer, intent(in) :: pixels
  integer(1), intent(in) :: rgb(3, pixels)
  real, intent(out) :: hue(pixels)
  integer :: colour(3), i, high, low

  do i = 1, pixels
    colour = iand(int(rgb(:, i)), 255)
    high = maxval(colour)
    low = minval(colour)
    if (high == low) then
      hue(i) = 0.0
    else if (high == colour(1)) then
      hue(i) = real(colour(2) - colour(3)) / real(high - low)
      if (colour(2) < colour(3)) hue(i) = hue(i) + 6.0
    else if (high == colour(2)) then
      hue(i) = real(colour(3) - colour(1)) / real(high - low) + 2.0
    else
      hue(i) = real(colour(1) - colour(2)) / real(high - low) + 4.0
    end if
  end do
end subroutine rgb_to_hue
