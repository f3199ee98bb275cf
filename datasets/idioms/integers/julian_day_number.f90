subroutine julian_day(y, m, d, jdn, count)
  implicit none
  integer, intent(in) :: count
  integer, intent(in) :: y(count), m(count), d(count)
  integer, intent(out) :: jdn(count)
  integer :: a, yy, mm, i

  do i = 1, count
    a = (14 - m(i)) / 12
    yy = y(i) + 4800 - a
    mm = m(i) + 12 * a - 3
    jdn(i) = d(i) + (153 * mm + 2) / 5 + 365 * yy + yy / 4 - yy / 100 + yy / 400 - 32045
  end do
end subroutine julian_day
