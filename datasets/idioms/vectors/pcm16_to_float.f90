subroutine pcm_to_float(pcm, samples, gain, num_samples)
  implicit none
  integer, intent(in) :: num_samples
  integer(2), intent(in) :: pcm(num_samples)
  real, intent(out) :: samples(num_samples)
  real, intent(in) :: gain

  samples = gain * (real(pcm) / 32768.0)
end subroutine pcm_to_float
