subroutine rmsnorm(out, x, weight, size)
  implicit none
  integer, intent(in) :: size
  real, intent(out) :: out(size)
  real, intent(in) :: x(size), weight(size)
  real :: ss

  ss = 1.0 / sqrt(dot_product(x, x)/size + 1.0e-5)
  out = weight*(ss*x)
end subroutine rmsnorm
