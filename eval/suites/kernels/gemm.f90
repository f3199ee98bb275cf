subroutine gemm(m, n, k, alpha, a, b, beta, c)
  implicit none
  integer, intent(in) :: m, n, k
  real, intent(in) :: alpha, beta
  real, intent(in) :: a(k, m), b(n, k)
  real, intent(inout) :: c(n, m)
  integer :: i, l

  do i = 1, m
    c(:, i) = beta * c(:, i)
    do l = 1, k
      c(:, i) = c(:, i) + alpha * a(l, i) * b(:, l)
    end do
  end do
end subroutine gemm
