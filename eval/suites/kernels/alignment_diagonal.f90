subroutine alignment_diagonal(before_last, last, diagonal, top, side, cells, gap)
  implicit none
  integer, intent(in) :: cells, gap
  integer, intent(in) :: before_last(0:cells), last(0:cells), top(cells), side(0:cells)
  integer, intent(inout) :: diagonal(0:cells)
  integer :: d

  do d = 1, cells
    diagonal(d) = max(0, before_last(d - 1) + merge(2, -1, top(d) == side(cells - d)), max(last(d - 1), last(d)) - gap)
  end do
end subroutine alignment_diagonal
