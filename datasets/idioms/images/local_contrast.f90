subroutine contrast_stretch(in, out, low, high, width, height)
  integer, intent(in) :: width, height
  real, intent(in) :: in(width, height), low, high
  real, intent(out) :: out(width, height)

  where (in <= low)
    out = 0.0
  elsewhere (in >= high)
    out = 1.0
  elsewhere
    out = (in - low) / (high - low)
  end where
end subroutine contrast_stretch
