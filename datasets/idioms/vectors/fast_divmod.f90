subroutine split_index(flat, row, col, width, n)
  implicit none
  integer, intent(in) :: width, n
  integer, intent(in) :: flat(n)
  integer, intent(out) :: row(n), col(n)

  row = flat / width
  col = mod(flat, width)
end subroutine split_index
