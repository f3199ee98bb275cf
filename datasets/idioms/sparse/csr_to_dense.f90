subroutine csr_to_dense(csr_row, csr_col, csr_val, dense, m, n)
  implicit none
  integer, intent(in) :: m, n
  integer, intent(in) :: csr_row(*), csr_col(*)
  real, intent(in) :: csr_val(*)
  real, intent(out) :: dense(n, m)
  integer :: i, k

  dense = 0.0
  do i = 1, m
    do k = csr_row(i) + 1, csr_row(i + 1)
      if (csr_col(k) < n) dense(csr_col(k) + 1, i) = csr_val(k)
    end do
  end do
end subroutine csr_to_dense
