subroutine column_argmin(cost, best_row, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  integer, intent(in) :: cost(cols, rows)
  integer, intent(out) :: best_row(cols)
  integer :: c

  do c = 1, cols
    best_row(c) = max(minloc(cost(c, :), dim=1) - 1, 0)
  end do
end subroutine column_argmin
