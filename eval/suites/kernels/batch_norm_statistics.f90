subroutine batch_norm_statistics(batch, channels, area, activations, mean, variance)
  implicit none
  integer, intent(in) :: batch, channels, area
  real, intent(in) :: activations(area, channels, batch)
  real, intent(out) :: mean(channels), variance(channels)
  double precision :: average
  integer :: c

  do c = 1, channels
    average = sum(dble(activations(:, c, :))) / (batch * area)
    mean(c) = real(average)
    variance(c) = real(sum(dble(activations(:, c, :))**2) / (batch * area) - average**2)
  end do
end subroutine batch_norm_statistics
