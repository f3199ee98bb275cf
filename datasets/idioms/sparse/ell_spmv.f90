subroutine spmv_ell(num_rows, max_cols_per_row, indices, data, x, y)
  implicit none
  integer, intent(in) :: num_rows, max_cols_per_row
  integer, intent(in) :: indices(num_rows, max_cols_per_row)
  real(4), intent(in) :: data(num_rows, max_cols_per_row), x(*)
  real(4), intent(inout) :: y(num_rows)
  integer :: row, n
  real(4) :: dot

  do row = 1, num_rows
    dot = 0.0
    do n = 1, max_cols_per_row
      if (data(row, n) /= 0.0) dot = dot + data(row, n) * x(indices(row, n) + 1)
    end do
    y(row) = y(row) + dot
  end do
end subroutine spmv_ell
