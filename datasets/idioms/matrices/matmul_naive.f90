subroutine mat_mul(a, b, c, m, n, k)
  implicit none
  integer, intent(in) :: m, n, k
  real, intent(in) :: a(k, m), b(n, k)
  real, intent(out) :: c(n, m)
  integer :: row, col

  do row = 1, m
    do col = 1, n
      c(col, row) = dot_product(a(:, row), b(col, :))
    end do
  end do
end subroutine mat_mul
