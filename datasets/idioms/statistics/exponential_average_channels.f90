subroutine ema(x, y, alpha, channels, steps)
  implicit none
  integer, intent(in) :: channels, steps
  real, intent(in) :: x(channels, *), alpha
  real, intent(out) :: y(channels, *)
  integer :: t

  y(:, 1) = x(:, 1)
  do t = 2, steps
    y(:, t) = alpha * x(:, t) + (1.0 - alpha) * y(:, t - 1)
  end do
end subroutine ema
