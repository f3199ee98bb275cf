subroutine ger(a, x, y, m, n, alpha)
  implicit none
  integer, intent(in) :: m, n
  real(8), intent(in) :: alpha
  real(8), intent(in) :: x(m), y(n)
  real(8), intent(inout) :: a(n, m)
  integer :: i, j

  do j = 1, n
    do i = 1, m
      a(j, i) = a(j, i) + x(i) * (alpha * y(j))
    end do
  end do
end subroutine ger
