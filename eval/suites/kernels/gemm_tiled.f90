subroutine gemm_tiled(left, right, product, size)
  implicit none
  integer, intent(in) :: size
  real(8), intent(in) :: left(size, size), right(size, size)
  real(8), intent(out) :: product(size, size)

  product = matmul(right, left)
end subroutine gemm_tiled
