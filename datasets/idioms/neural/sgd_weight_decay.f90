subroutine sgd_step(w, grad, lr, decay, n)
  integer, intent(in) :: n
  real, intent(inout) :: w(n)
  real, intent(in) :: grad(n), lr, decay

  w = w - lr*(grad + decay*w)
end subroutine sgd_step
