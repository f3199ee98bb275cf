subroutine add_row_vector(out, in, bias, width, height)
  implicit none
  integer, intent(in) :: width, height
  real, intent(out) :: out(width, height)
  real, intent(in) :: in(width, height), bias(width)
  integer :: k

  forall (k = 1:height) out(:, k) = in(:, k) + bias
end subroutine add_row_vector
