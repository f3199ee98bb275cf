subroutine rotate90(in, out, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: in(cols, rows)
  real, intent(out) :: out(rows, cols)
  integer :: r

  do r = 1, rows
    out(rows - r + 1, :) = in(:, r)
  end do
end subroutine rotate90
