subroutine mean_value(x, mean, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  real, intent(out) :: mean

  mean = sum(x) / n
end subroutine mean_value
