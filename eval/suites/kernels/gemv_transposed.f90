subroutine gemv_transposed(matrix, weights, sums, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: matrix(cols, rows), weights(rows)
  real, intent(out) :: sums(cols)

  sums = matmul(matrix, weights)
end subroutine gemv_transposed
