subroutine gelu_forward(out, inp, n)
  implicit none
  integer, intent(in) :: n
  real, intent(out) :: out(n)
  real, intent(in) :: inp(n)
  real, parameter :: c = 0.7978845608
  real :: x
  integer :: i

  do i = 1, n
    x = inp(i)
    out(i) = 0.5 * x * (1.0 + tanh(c * (x + 0.044715*x*x*x)))
  end do
end subroutine gelu_forward
