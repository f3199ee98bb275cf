subroutine mat_mul(a, b, c, m, n, k)
  implicit none
  integer, intent(in) :: m, n, k
  real, intent(in) :: a(k, m), b(n, k)
  real, intent(out) :: c(n, m)

  c = matmul(b, a)
end subroutine mat_mul
