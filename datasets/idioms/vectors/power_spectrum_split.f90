subroutine power_spectrum(re, im, power, norm, bins)
  real, intent(in) :: re(*), im(*), norm
  real, intent(out) :: power(*)
  integer, intent(in) :: bins

  power(1:bins) = norm * (re(1:bins)**2 + im(1:bins)**2)
end subroutine power_spectrum
