subroutine nesterov_update(param, velocity, grad, lr, mu, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(inout) :: param(n), velocity(n)
  double precision, intent(in) :: grad(n), lr, mu

  velocity = mu*velocity - lr*grad
  param = param + mu*velocity - lr*grad
end subroutine nesterov_update
