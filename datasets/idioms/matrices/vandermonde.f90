subroutine vandermonde(x, v, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  double precision, intent(in) :: x(rows)
  double precision, intent(out) :: v(cols, rows)
  integer :: j

  if (cols < 1) return
  v(1, :) = 1.0d0
  do j = 2, cols
    v(j, :) = v(j - 1, :) * x
  end do
end subroutine vandermonde
