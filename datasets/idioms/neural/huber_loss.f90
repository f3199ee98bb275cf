subroutine huber(pred, target, loss, grad, delta, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: pred(n), target(n), delta
  real(8), intent(out) :: loss(n), grad(n)
  real(8) :: e
  integer :: i

  do i = 1, n
    e = pred(i) - target(i)
    if (abs(e) <= delta) then
      loss(i) = 0.5d0*e*e
      grad(i) = e
    else
      loss(i) = delta*(abs(e) - 0.5d0*delta)
      grad(i) = merge(delta, -delta, e > 0)
    end if
  end do
end subroutine huber
