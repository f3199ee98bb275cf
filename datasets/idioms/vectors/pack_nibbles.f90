subroutine pack_nibbles(digits, packed, pairs)
  implicit none
  integer, intent(in) :: pairs
  integer(1), intent(in) :: digits(2, pairs)
  integer(1), intent(out) :: packed(pairs)
  integer :: i, high, low

  do i = 1, pairs
    high = iand(int(digits(1, i)), 15)
    low = iand(int(digits(2, i)), 15)
    packed(i) = int(ior(ishft(high, 4), low), 1)
  end do
end subroutine pack_nibbles
