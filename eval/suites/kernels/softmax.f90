subroutine softmax(logits, batch, classes)
  implicit none
  integer, intent(in) :: batch, classes
  real, intent(inout) :: logits(classes, batch)
  real :: peak
  integer :: b, c

  if (classes < 1) return
  do b = 1, batch
    peak = logits(1, b)
    do c = 2, classes
      if (logits(c, b) > peak) peak = logits(c, b)
    end do
    logits(:, b) = exp(logits(:, b) - peak)
    logits(:, b) = logits(:, b) / sum(logits(:, b))
  end do
end subroutine softmax
