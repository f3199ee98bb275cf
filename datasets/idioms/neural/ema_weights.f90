subroutine update_ema(shadow, weights, decay, n)
  integer, intent(in) :: n
  real, intent(inout) :: shadow(n)
  real, intent(in) :: weights(n), decay

  shadow = shadow + (1.0 - decay)*(weights - shadow)
end subroutine update_ema
