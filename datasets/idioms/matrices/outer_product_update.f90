subroutine ger(m, n, alpha, x, y, a)
  implicit none
  integer, intent(in) :: m, n
  real, intent(in) :: alpha, x(m), y(n)
  real, intent(inout) :: a(n, m)
  integer :: i, j
  real :: temp

  do i = 1, m
    temp = alpha * x(i)
    do j = 1, n
      a(j, i) = a(j, i) + temp * y(j)
    end do
  end do
end subroutine ger
