subroutine equalise_lut(cdf, lut, cdf_min, pixels, levels)
  implicit none
  integer, intent(in) :: cdf_min, pixels, levels
  integer, intent(in) :: cdf(levels)
  integer, intent(out) :: lut(levels)
  integer :: i, range
  real :: v

  range = pixels - cdf_min
  do i = 1, levels
    v = 0.0
    if (range > 0) v = real(cdf(i) - cdf_min) / range * (levels - 1)
    lut(i) = 0
    if (v > 0.0) lut(i) = int(v + 0.5)
  end do
end subroutine equalise_lut
