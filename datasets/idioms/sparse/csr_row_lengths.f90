subroutine row_lengths(row_offsets, lengths, m)
  implicit none
  integer, intent(in) :: m
  integer, intent(in) :: row_offsets(m + 1)
  integer, intent(out) :: lengths(m)

  lengths(1:m) = row_offsets(2:m+1) - row_offsets(1:m)
end subroutine row_lengths
