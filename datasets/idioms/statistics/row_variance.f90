subroutine row_variance(x, mean, var, m, n)
  implicit none
  integer, intent(in) :: m, n
  real(8), intent(in) :: x(n, m), mean(m)
  real(8), intent(out) :: var(m)
  integer :: r

  var = 0.0d0
  if (n <= 1) return
  do r = 1, m
    var(r) = sum((x(:, r) - mean(r))**2) / (n - 1)
  end do
end subroutine row_variance
