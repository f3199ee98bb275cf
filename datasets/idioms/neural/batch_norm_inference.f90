subroutine batchnorm_infer(x, mean, variance, scale, shift, channels, spatial)
  implicit none
  integer, intent(in) :: channels, spatial
  real, intent(inout) :: x(spatial, channels)
  real, intent(in) :: mean(channels), variance(channels), scale(channels), shift(channels)
  integer :: c

  do c = 1, channels
    x(:, c) = scale(c)*(x(:, c) - mean(c))/(sqrt(abs(variance(c))) + 0.00001) + shift(c)
  end do
end subroutine batchnorm_infer
