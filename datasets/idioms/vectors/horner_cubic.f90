subroutine eval_cubic(coef, x, p, n)
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  integer, intent(in) :: n
  real(dp), intent(in) :: coef(0:3)
  real(dp), intent(in) :: x(n)
  real(dp), intent(out) :: p(n)

  p(:) = coef(0) + x*(coef(1) + x*(coef(2) + x*coef(3)))
end subroutine eval_cubic
