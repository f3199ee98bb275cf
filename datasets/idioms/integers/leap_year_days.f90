subroutine days_in_year(year, days, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: year(n)
  integer, intent(out) :: days(n)
  logical :: leap(n)

  leap = (mod(year, 4) == 0 .and. mod(year, 100) /= 0) .or. mod(year, 400) == 0
  days = merge(366, 365, leap)
end subroutine days_in_year
