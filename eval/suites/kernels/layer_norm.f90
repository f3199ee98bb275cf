subroutine layer_norm(x, gain, shift, y, tokens, width, epsilon)
  implicit none
  integer, intent(in) :: tokens, width
  real, intent(in) :: x(width, tokens), gain(width), shift(width), epsilon
  real, intent(out) :: y(width, tokens)
  double precision :: mean, spread
  integer :: t

  do t = 1, tokens
    mean = sum(dble(x(:, t))) / width
    spread = sum((x(:, t) - mean)**2) / width
    y(:, t) = gain * real(1d0 / sqrt(spread + abs(epsilon))) * real(x(:, t) - mean) + shift
  end do
end subroutine layer_norm
