subroutine gelu_backward(x, upstream, gradient, count)
  implicit none
  integer, intent(in) :: count
  real, intent(in) :: x(count), upstream(count)
  real, intent(inout) :: gradient(count)

  gradient = gradient + upstream * (0.5 + 0.5 * erf(x * 0.70710678) + x * (0.39894228 * exp(-0.5 * x * x)))
end subroutine gelu_backward
