subroutine nll_loss(probs, labels, losses, batch, classes)
  implicit none
  integer, intent(in) :: batch, classes
  real, intent(in) :: probs(0:*)
  integer, intent(in) :: labels(0:batch-1)
  real, intent(out) :: losses(0:batch-1)
  real :: p
  integer :: b

  do b = 0, batch - 1
    p = probs(b*classes + labels(b))
    losses(b) = 18.42
    if (p > 1.0e-8) losses(b) = -log(p)
  end do
end subroutine nll_loss
