subroutine householder_left(a, v, tau, m, n)
  implicit none
  integer, intent(in) :: m, n
  real, intent(inout) :: a(n, m)
  real, intent(in) :: v(m), tau
  real :: w
  integer :: i, j

  do j = 1, n
    w = tau * dot_product(v, a(j, :))
    do i = 1, m
      a(j, i) = a(j, i) - w * v(i)
    end do
  end do
end subroutine householder_left
