subroutine adam_step(w, g, m, v, lr, b1, b2, eps, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: w(n), m(n), v(n)
  real, intent(in) :: g(n), lr, b1, b2, eps
  integer :: i

  do i = 1, n
    m(i) = b1*m(i) + (1.0 - b1)*g(i)
    v(i) = b2*v(i) + (1.0 - b2)*g(i)*g(i)
    w(i) = w(i) - lr*m(i)/(sqrt(abs(v(i))) + eps)
  end do
end subroutine adam_step
