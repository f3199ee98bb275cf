subroutine scale_rows(a, d, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(inout) :: a(cols, rows)
  real, intent(in) :: d(rows)
  integer :: i

  do i = 1, rows
    a(:, i) = a(:, i) * d(i)
  end do
end subroutine scale_rows
