program optional_demo
  implicit none
  integer :: r1, r2

  r1 = scaled_sum(2, 3)
  r2 = scaled_sum(2, 3, factor=10)
  if (r1 == 5) then
    print *, "Test 1 passed"
  else
    print *, "Test 1 failed"
  end if
  if (r2 == 50) then
    print *, "Test 2 passed"
  else
    print *, "Test 2 failed"
  end if

contains

  integer function scaled_sum(a, b, factor)
    integer, intent(in) :: a, b
    integer, intent(in), optional :: factor
    integer :: f

    f = 1
    if (present(factor)) f = factor
    scaled_sum = f * (a + b)
  end function scaled_sum

end program optional_demo
