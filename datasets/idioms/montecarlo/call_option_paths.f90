subroutine option_payoff(z, payoff, s0, k, r, sigma, t, n_paths)
  implicit none
  integer, intent(in) :: n_paths
  real, intent(in) :: z(n_paths), s0, k, r, sigma, t
  real, intent(out) :: payoff(n_paths)
  real :: drift, discount, gain
  integer :: p

  drift = (r - 0.5 * sigma**2) * t
  discount = exp(-r * t)
  do p = 1, n_paths
    gain = s0 * exp(drift + sigma * sqrt(abs(t)) * z(p)) - k
    if (gain > 0.0) then
      payoff(p) = gain * discount
    else
      payoff(p) = 0.0
    end if
  end do
end subroutine option_payoff
