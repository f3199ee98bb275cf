subroutine scan_exclusive_rows(table, lines, length)
  implicit none
  integer, intent(in) :: lines, length
  real, intent(inout) :: table(length, lines)
  real :: before(lines), own(lines)
  integer :: at

  before = 0.0
  do at = 1, length
    own = table(at, :)
    table(at, :) = before
    before = before + own
  end do
end subroutine scan_exclusive_rows
