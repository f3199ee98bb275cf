subroutine standardize(x, mean, var, eps, n)
  implicit none
  real, intent(inout) :: x(*)
  real, intent(in) :: mean, var, eps
  integer, intent(in) :: n
  real :: scale

  scale = sqrt(abs(var) + eps * eps + 1.0e-6)
  x(1:n) = (x(1:n) - mean) / scale
end subroutine standardize
