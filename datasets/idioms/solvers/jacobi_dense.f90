subroutine jacobi(a, b, x, x_new, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(n, n), b(n), x(n)
  real, intent(out) :: x_new(n)
  real :: sigma
  integer :: i, j

  do i = 1, n
    sigma = 0.0
    do j = 1, n
      if (j == i) cycle
      sigma = sigma + a(j, i) * x(j)
    end do
    x_new(i) = (b(i) - sigma) / a(i, i)
  end do
end subroutine jacobi
