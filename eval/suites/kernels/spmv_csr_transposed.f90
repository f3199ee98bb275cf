subroutine spmv_csr_transposed(offset, index, weight, x, y, rows)
  implicit none
  integer, intent(in) :: rows
  integer, intent(in) :: offset(rows + 1), index(*)
  real, intent(in) :: weight(*), x(rows)
  real, intent(inout) :: y(*)
  integer :: r, k, c

  do r = 1, rows
    if (x(r) == 0.0) cycle
    do k = offset(r) + 1, offset(r + 1)
      c = index(k) + 1
      y(c) = y(c) + x(r) * weight(k)
    end do
  end do
end subroutine spmv_csr_transposed
