subroutine luminance(r, g, b, luma, n)
  integer, intent(in) :: n
  real, intent(in) :: r(n), g(n), b(n)
  real, intent(out) :: luma(n)

  luma = 0.2126*r + 0.7152*g + 0.0722*b
end subroutine luminance
