subroutine minmax_scale(x, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(inout) :: x(cols, *)
  real :: lo, hi, range
  integer :: i, j

  do j = 1, cols
    lo = x(j, 1)
    hi = x(j, 1)
    do i = 2, rows
      if (x(j, i) < lo) lo = x(j, i)
      if (x(j, i) > hi) hi = x(j, i)
    end do
    range = hi - lo
    do i = 1, rows
      if (range > 0.0) then
        x(j, i) = (x(j, i) - lo) / range
      else
        x(j, i) = 0.0
      end if
    end do
  end do
end subroutine minmax_scale
