subroutine spmv_csr(num_rows, row_ptr, col_idx, vals, x, y)
  implicit none
  integer, intent(in) :: num_rows
  integer, intent(in) :: row_ptr(*), col_idx(*)
  real, intent(in) :: vals(*), x(*)
  real, intent(out) :: y(*)
  integer :: row, k
  real :: total

  do row = 1, num_rows
    total = 0.0
    do k = row_ptr(row) + 1, row_ptr(row + 1)
      total = total + vals(k) * x(col_idx(k) + 1)
    end do
    y(row) = total
  end do
end subroutine spmv_csr
