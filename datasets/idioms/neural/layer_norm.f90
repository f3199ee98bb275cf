subroutine layernorm(x, gamma, beta, y, rows, dim, eps)
  implicit none
  integer, intent(in) :: rows, dim
  real, intent(in) :: x(dim, rows), gamma(dim), beta(dim), eps
  real, intent(out) :: y(dim, rows)
  real :: mean, var
  integer :: r

  do r = 1, rows
    mean = sum(x(:, r)) / dim
    var = sum((x(:, r) - mean)**2) / dim
    y(:, r) = gamma*(x(:, r) - mean)/sqrt(var + eps*eps) + beta
  end do
end subroutine layernorm
