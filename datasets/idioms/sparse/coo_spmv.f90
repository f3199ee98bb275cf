subroutine coo_spmv(nnz, rows, cols, values, x, y)
  implicit none
  integer, intent(in) :: nnz
  integer, dimension(*), intent(in) :: rows, cols
  real(8), dimension(*), intent(in) :: values, x
  real(8), dimension(*), intent(inout) :: y
  integer :: n, r

  do n = 1, nnz
    r = rows(n) + 1
    y(r) = y(r) + values(n) * x(cols(n) + 1)
  end do
end subroutine coo_spmv
