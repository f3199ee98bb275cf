subroutine histo(buffer, size, bins)
  implicit none
  integer(8), intent(in) :: size
  integer(1), intent(in) :: buffer(*)
  integer(4), intent(inout) :: bins(0:255)
  integer(8) :: i
  integer :: b

  do i = 1, size
    b = iand(int(buffer(i)), 255)
    bins(b) = bins(b) + 1
  end do
end subroutine histo
