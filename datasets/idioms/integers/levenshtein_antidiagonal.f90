subroutine edit_diagonal(a, b, prev2, prev1, cur, diag, la, lb)
  implicit none
  integer, intent(in) :: diag, la, lb
  integer, intent(in) :: a(*), b(*), prev2(0:*), prev1(0:*)
  integer, intent(inout) :: cur(0:*)
  integer :: i, j, cost

  do i = 0, la
    j = diag - i
    if (j < 0 .or. j > lb) cycle
    if (i == 0 .or. j == 0) then
      cur(i) = diag
    else
      cost = merge(0, 1, a(i) == b(j))
      cur(i) = min(prev2(i - 1) + cost, prev1(i - 1) + 1, prev1(i) + 1)
    end if
  end do
end subroutine edit_diagonal
