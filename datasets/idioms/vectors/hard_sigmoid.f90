subroutine hardsigmoid(x, y, n)
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  real, intent(out) :: y(n)
  real :: t
  integer :: i

  do i = 1, n
    t = 0.2*x(i) + 0.5
    if (t < 0.0) t = 0.0
    if (t > 1.0) t = 1.0
    y(i) = t
  end do
end subroutine hardsigmoid
