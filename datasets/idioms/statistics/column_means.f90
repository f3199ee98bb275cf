subroutine column_means(data, mean, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: data(cols, rows)
  real, intent(out) :: mean(cols)

  mean = sum(data, dim=2) / rows
end subroutine column_means
