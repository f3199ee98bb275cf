subroutine thermostat(v, temperature, target, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: v(n)
  real, intent(in) :: temperature, target

  v = v*sqrt(abs(target/(temperature + 0.5)))
end subroutine thermostat
