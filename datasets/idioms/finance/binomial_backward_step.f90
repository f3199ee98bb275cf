subroutine binomial_step(value, next, p, discount, level)
  implicit none
  integer, intent(in) :: level
  real(8), intent(in) :: value(0:level), p, discount
  real(8), intent(out) :: next(0:level-1)

  next = discount * (p * value(1:level) + (1.0d0 - p) * value(0:level-1))
end subroutine binomial_step
