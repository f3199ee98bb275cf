subroutine gemv(m, n, alpha, a, x, beta, y)
  implicit none
  integer, intent(in) :: m, n
  double precision, intent(in) :: alpha, beta
  double precision, intent(in) :: a(n, m), x(n)
  double precision, intent(inout) :: y(m)
  integer :: i

  do i = 1, m
    y(i) = alpha * dot_product(a(:, i), x) + beta * y(i)
  end do
end subroutine gemv
