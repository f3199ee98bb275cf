program bisection
  implicit none
  real(8) :: a, b, c
  integer :: iter

  a = 1.0d0
  b = 2.0d0
  iter = 0
  do
    c = 0.5d0 * (a + b)
    if (f(a) * f(c) <= 0.0d0) then
      b = c
    else
      a = c
    end if
    iter = iter + 1
    if (b - a <= 1.0d-10 .or. iter >= 100) exit
  end do
  print *, 'Root: ', c
  print *, 'Iterations: ', iter
  if (abs(f(c)) < 1.0d-8) then
    print *, 'Test passed.'
  else
    print *, 'Test failed.'
  end if

contains

  pure real(8) function f(x)
    real(8), intent(in) :: x
    f = x**3 - x - 2.0d0
  end function f

end program bisection
