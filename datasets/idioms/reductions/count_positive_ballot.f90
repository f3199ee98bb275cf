subroutine count_positive(x, positives, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  integer, intent(inout) :: positives
  positives = positives + count(x > 0.0)
end subroutine count_positive
