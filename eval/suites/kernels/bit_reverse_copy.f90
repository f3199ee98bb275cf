subroutine bit_reverse_copy(in, out, bits)
  implicit none
  integer, intent(in) :: bits
  real, intent(in) :: in(0:*)
  real, intent(inout) :: out(0:*)
  integer :: i, b, reversed, width

  width = iand(bits, 15)
  do i = 0, ishft(1, width) - 1
    reversed = 0
    do b = 0, width - 1
      if (btest(i, b)) reversed = ibset(reversed, width - 1 - b)
    end do
    out(reversed) = in(i)
  end do
end subroutine bit_reverse_copy
