program factorial_demo
  implicit none
  integer :: i

  do i = 0, 10, 2
    print *, 'factorial of', i, 'is', factorial(i)
  end do

contains

  recursive function factorial(n) result(f)
    integer, intent(in) :: n
    integer :: f

    if (n <= 1) then
      f = 1
    else
      f = n * factorial(n - 1)
    end if
  end function factorial

end program factorial_demo
