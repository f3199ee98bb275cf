subroutine bce_with_logits(logit, truth, grad, weight, n)
  integer, intent(in) :: n
  real, intent(in) :: logit(n), truth(n), weight
  real, intent(out) :: grad(n)

  grad = weight*(1.0/(1.0 + exp(-logit)) - truth)
end subroutine bce_with_logits
