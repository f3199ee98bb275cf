subroutine fill_rows(m, values, rows, cols)
  integer, intent(in) :: rows, cols
  integer, intent(out) :: m(cols, rows)
  integer, intent(in) :: values(rows)
  integer :: r, c

  do r = 1, rows
    m(:, r) = [(values(r) + c, c = 0, cols - 1)]
  end do
end subroutine fill_rows
