subroutine max_change(old_u, new_u, rows_max, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: old_u(cols, rows), new_u(cols, rows)
  real, intent(out) :: rows_max(rows)
  real :: d
  integer :: i, j

  do i = 1, rows
    rows_max(i) = 0.0
    do j = 1, cols
      d = abs(new_u(j, i) - old_u(j, i))
      if (d > rows_max(i)) rows_max(i) = d
    end do
  end do
end subroutine max_change
