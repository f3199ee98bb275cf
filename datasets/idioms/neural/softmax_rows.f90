subroutine softmax_rows(in, out, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: in(cols, rows)
  real, intent(out) :: out(cols, rows)
  integer :: i, j
  real :: maxval

  do i = 1, rows
    maxval = -1.0e30
    do j = 1, cols
      if (in(j, i) > maxval) maxval = in(j, i)
    end do
    out(:, i) = exp(in(:, i) - maxval)
    out(:, i) = out(:, i) / sum(out(:, i))
  end do
end subroutine softmax_rows
