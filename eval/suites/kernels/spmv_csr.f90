subroutine spmv_csr(n, begins, columns, entries, x, ax)
  implicit none
  integer(8), intent(in) :: n
  integer, intent(in) :: begins(0:n), columns(0:*)
  real(8), intent(in) :: entries(0:*), x(0:*)
  real(8), intent(out) :: ax(0:n-1)
  integer(8) :: row
  integer :: place

  do row = 0, n - 1
    ax(row) = 0d0
    do place = begins(row), begins(row + 1) - 1
      ax(row) = ax(row) + entries(place) * x(columns(place))
    end do
  end do
end subroutine spmv_csr
