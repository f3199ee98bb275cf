subroutine count_cells(cell, occupancy, rank, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: cell(n)
  integer, intent(inout) :: occupancy(0:*)
  integer, intent(out) :: rank(n)
  integer :: p

  rank = 0
  do p = 1, n
    occupancy(cell(p)) = occupancy(cell(p)) + 1
  end do
end subroutine count_cells
