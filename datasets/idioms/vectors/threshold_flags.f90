subroutine mark_outliers(values, center, radius, flags, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: values(n), center, radius
  integer, intent(out) :: flags(n)

  flags = merge(1, 0, (values - center)**2 > radius**2)
end subroutine mark_outliers
