subroutine tanh_backward(y, dy, dx, n)
  integer(8), intent(in) :: n
  real(8), intent(in) :: y(n), dy(n)
  real(8), intent(out) :: dx(n)

  dx = dy*(1.0d0 - y**2)
end subroutine tanh_backward
