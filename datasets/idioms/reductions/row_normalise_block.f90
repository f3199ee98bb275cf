subroutine normalize_rows(m, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(inout) :: m(cols, rows)
  integer :: r

  do r = 1, rows
    m(:, r) = m(:, r) / (dot_product(m(:, r), m(:, r)) + 1.0)
  end do
end subroutine normalize_rows
