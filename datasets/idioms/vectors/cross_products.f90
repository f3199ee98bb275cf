subroutine cross_products(u, v, w, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: u(3, n), v(3, n)
  real, intent(out) :: w(3, n)
  integer :: i

  do i = 1, n
    w(1, i) = u(2, i)*v(3, i) - u(3, i)*v(2, i)
    w(2, i) = u(3, i)*v(1, i) - u(1, i)*v(3, i)
    w(3, i) = u(1, i)*v(2, i) - u(2, i)*v(1, i)
  end do
end subroutine cross_products
