subroutine one_hot(labels, out, n, classes)
  implicit none
  integer, intent(in) :: n, classes
  integer, intent(in) :: labels(n)
  real, intent(out) :: out(0:classes-1, n)
  integer :: i

  out = 0.0
  do i = 1, n
    if (labels(i) >= 0 .and. labels(i) < classes) out(labels(i), i) = 1.0
  end do
end subroutine one_hot
