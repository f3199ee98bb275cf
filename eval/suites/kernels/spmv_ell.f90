subroutine spmv_ell(rows, width, column, data, x, y)
  implicit none
  integer, intent(in) :: rows, width
  integer, intent(in) :: column(rows, width)
  real(8), intent(in) :: data(rows, width), x(0:*)
  real(8), intent(out) :: y(rows)
  integer :: r, w

  y = 0.0d0
  do w = 1, width
    do r = 1, rows
      if (column(r, w) < 0) cycle
      y(r) = y(r) + data(r, w) * x(column(r, w))
    end do
  end do
end subroutine spmv_ell
