module maxima
  implicit none

  interface maximum
    module procedure maximum_integer, maximum_real
  end interface maximum

contains

  integer function maximum_integer(a, b)
    integer, intent(in) :: a, b
    maximum_integer = merge(a, b, a > b)
  end function maximum_integer

  real(8) function maximum_real(a, b)
    real(8), intent(in) :: a, b
    maximum_real = merge(a, b, a > b)
  end function maximum_real

end module maxima

program test_generic
  use maxima, only: maximum
  implicit none

  print *, maximum(3, 8)
  print *, maximum(2.5d0, -1.25d0)
end program test_generic
