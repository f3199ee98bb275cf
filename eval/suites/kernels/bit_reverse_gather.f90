subroutine bit_reverse_gather(in, out, bits, size)
  implicit none
  integer, intent(in) :: bits, size
  real, intent(in) :: in(0:*)
  real, intent(out) :: out(0:size-1)
  integer :: i, b, reversed, width

  width = iand(bits, 15)
  do i = 0, size - 1
    reversed = 0
    do b = 0, width - 1
      if (btest(i, b)) reversed = ibset(reversed, width - 1 - b)
    end do
    out(i) = in(reversed)
  end do
end subroutine bit_reverse_gather
