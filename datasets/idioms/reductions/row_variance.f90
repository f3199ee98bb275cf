subroutine row_variance(x, mean, var, rows, cols)
  implicit none
  integer, parameter :: dp = kind(1.d0)
  integer, intent(in) :: rows, cols
  real(dp), intent(in) :: x(cols, rows)
  real(dp), intent(out) :: mean(rows), var(rows)
  integer :: r

  do r = 1, rows
    mean(r) = sum(x(:, r)) / cols
    var(r) = sum((x(:, r) - mean(r))**2) / cols
  end do
end subroutine row_variance
