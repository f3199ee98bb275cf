subroutine power_spectrum_db(re, im, db, bins)
  implicit none
  integer, intent(in) :: bins
  real, intent(in) :: re(bins), im(bins)
  real, intent(out) :: db(bins)

  db = 10.0 * log10(re**2 + im**2 + 1.0e-10)
end subroutine power_spectrum_db
