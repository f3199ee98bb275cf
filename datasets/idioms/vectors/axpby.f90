subroutine axpby(n, a, x, b, y)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a, b
  real, intent(in) :: x(n)
  real, intent(inout) :: y(n)
  integer :: i

  do i = 1, n
    y(i) = a * x(i) + b * y(i)
  end do
end subroutine axpby
