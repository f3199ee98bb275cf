subroutine elu_inplace(x, alpha, n)
  implicit none
  integer(8), intent(in) :: n
  real, intent(inout) :: x(n)
  real, intent(in) :: alpha
  integer(8) :: i

  do i = 1, n
    if (x(i) < 0.0) x(i) = alpha * (exp(x(i)) - 1.0)
  end do
end subroutine elu_inplace
