subroutine channel_mean(x, batch, channels, spatial, mean)
  implicit none
  integer, intent(in) :: batch, channels, spatial
  real, intent(in) :: x(spatial, channels, batch)
  real, intent(out) :: mean(channels)
  integer :: c

  do c = 1, channels
    mean(c) = sum(x(:, c, :)) * (1.0 / (batch * spatial))
  end do
end subroutine channel_mean
