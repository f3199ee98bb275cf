program fibonacci_table
  implicit none
  integer, parameter :: n = 15
  integer(kind=8) :: fib(0:n-1)
  integer :: i

  fib(0) = 0
  fib(1) = 1
  do i = 2, n - 1
    fib(i) = fib(i-1) + fib(i-2)
  end do
  do i = 0, n - 1
    write(*, '(i4, i8)') i, fib(i)
  end do
end program fibonacci_table
