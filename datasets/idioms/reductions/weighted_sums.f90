subroutine weighted_sums(value, weight, num, den, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: value(n), weight(n)
  real, intent(inout) :: num, den

  num = num + dot_product(weight, value)
  den = den + sum(weight)
end subroutine weighted_sums
