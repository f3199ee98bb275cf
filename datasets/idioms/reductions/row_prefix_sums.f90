subroutine cumsum_rows(in, out, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: in(cols, rows)
  real, intent(out) :: out(cols, rows)
  integer :: c

  if (cols < 1) return
  out(1, :) = in(1, :)
  do c = 2, cols
    out(c, :) = out(c - 1, :) + in(c, :)
  end do
end subroutine cumsum_rows
