program temperature_table
  implicit none
  integer :: c
  real :: f

  write(*, '(a10, a12)') 'Celsius', 'Fahrenheit'
  do c = -10, 40, 10
    f = c * 1.8 + 32.0
    write(*, '(i10, f12.2)') c, f
  end do
end program temperature_table
