subroutine row_sums(mat, sums, rows, cols)
  integer, intent(in) :: rows, cols
  real, intent(in) :: mat(cols, rows)
  real, intent(out) :: sums(rows)

  sums = sum(mat, dim=1)
end subroutine row_sums
