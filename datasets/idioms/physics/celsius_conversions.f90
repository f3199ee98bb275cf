subroutine convert_temperatures(celsius, kelvin, fahrenheit, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: celsius(n)
  real, intent(out) :: kelvin(n), fahrenheit(n)
  real, parameter :: t0 = 273.15

  kelvin = celsius + t0
  fahrenheit = celsius * 9.0 / 5.0 + 32.0
end subroutine convert_temperatures
