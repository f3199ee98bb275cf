subroutine byte_histogram(buffer, histo, size)
  implicit none
  integer(8), intent(in) :: size
  integer(1), intent(in) :: buffer(size)
  integer, intent(inout) :: histo(0:255)
  integer(8) :: i
  integer :: b

  do i = 1, size
    b = iand(int(buffer(i)), 255)
    histo(b) = histo(b) + 1
  end do
end subroutine byte_histogram
