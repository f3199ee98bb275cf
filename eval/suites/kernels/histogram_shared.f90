subroutine histogram_shared(pixels, counts, amount)
  implicit none
  integer(8), intent(in) :: amount
  integer(1), intent(in) :: pixels(amount)
  integer, intent(inout) :: counts(0:63)
  integer(8) :: p
  integer :: bin

  do p = 1, amount
    bin = ishft(iand(int(pixels(p)), 255), -2)
    counts(bin) = counts(bin) + 1
  end do
end subroutine histogram_shared
