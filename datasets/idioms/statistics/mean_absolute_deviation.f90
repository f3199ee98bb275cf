subroutine mean_abs_dev(x, center, n, result)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: x(n), center
  real(8), intent(out) :: result

  result = 0.0d0
  if (n > 0) result = sum(abs(x - center)) / n
end subroutine mean_abs_dev
