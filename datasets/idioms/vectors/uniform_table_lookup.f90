subroutine table_lookup(table, m, x, y, x0, dx, n)
  implicit none
  integer, intent(in) :: m, n
  real, intent(in) :: table(0:*), x(n), x0, dx
  real, intent(out) :: y(n)
  integer :: i, k
  real :: pos, frac

  do i = 1, n
    pos = (x(i) - x0) / dx
    k = 0
    if (pos > 0.0 .and. pos < 1000000.0) k = int(pos)
    k = max(min(k, m - 2), 0)
    frac = pos - k
    y(i) = table(k)*(1.0 - frac) + table(k + 1)*frac
  end do
end subroutine table_lookup
