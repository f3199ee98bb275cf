module integrands
  implicit none
contains
  function parabola(x) result(y)
    double precision, intent(in) :: x
    double precision :: y
    y = x**2
  end function parabola

  function bell(x) result(y)
    double precision, intent(in) :: x
    double precision :: y
    y = exp(-x**2)
  end function bell
end module integrands

module quadrature
  implicit none
  abstract interface
    function scalar_function(x) result(y)
      double precision, intent(in) :: x
      double precision :: y
    end function scalar_function
  end interface
contains
  function trapezoid(f, a, b, n) result(s)
    procedure(scalar_function) :: f
    double precision, intent(in) :: a, b
    integer, intent(in) :: n
    double precision :: s, h
    integer :: i

    h = (b - a) / n
    s = 0.5d0 * (f(a) + f(b))
    do i = 1, n - 1
      s = s + f(a + i * h)
    end do
    s = s * h
  end function trapezoid
end module quadrature

program integrate
  use integrands
  use quadrature
  implicit none

  print *, 'Integral of x^2:', trapezoid(parabola, 0.0d0, 3.0d0, 1000)
  print *, 'Integral of exp(-x^2):', trapezoid(bell, -2.0d0, 2.0d0, 1000)
end program integrate
