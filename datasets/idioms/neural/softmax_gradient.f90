subroutine softmax_backward(prob, grad_out, grad_in, batch, classes)
  implicit none
  integer, intent(in) :: batch, classes
  real, intent(in) :: prob(classes, batch), grad_out(classes, batch)
  real, intent(out) :: grad_in(classes, batch)
  integer :: b

  do b = 1, batch
    grad_in(:, b) = prob(:, b)*(grad_out(:, b) - dot_product(prob(:, b), grad_out(:, b)))
  end do
end subroutine softmax_backward
