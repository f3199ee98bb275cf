subroutine gemv_t(mat, vec, res, rows, cols, beta)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: mat(cols, rows), vec(rows), beta
  real, intent(inout) :: res(cols)

  res = matmul(mat, vec) + beta * res
end subroutine gemv_t
