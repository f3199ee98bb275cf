subroutine relu_grad(activation, delta, n)
  integer, intent(in) :: n
  real, intent(in) :: activation(n)
  real, intent(inout) :: delta(n)

  where (activation <= 0.0) delta = 0.0
end subroutine relu_grad
