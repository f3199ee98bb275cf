subroutine sum_squares(x, total, n)
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  real, intent(inout) :: total(1)

  total(1) = total(1) + sum(x**2)
end subroutine sum_squares
