subroutine apply_lut(image, lut, n)
  implicit none
  integer(8), intent(in) :: n
  integer(1), intent(inout) :: image(n)
  integer(1), intent(in) :: lut(0:255)
  integer(8) :: i

  do i = 1, n
    image(i) = lut(iand(int(image(i)), 255))
  end do
end subroutine apply_lut
