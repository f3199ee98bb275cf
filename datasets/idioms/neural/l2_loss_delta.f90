subroutine l2_loss(n, pred, truth, delta, error)
  integer, intent(in) :: n
  real, intent(in) :: pred(n), truth(n)
  real, intent(out) :: delta(n), error(n)

  delta = 2*(truth - pred)
  error = (truth - pred)**2
end subroutine l2_loss
