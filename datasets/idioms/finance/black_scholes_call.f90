subroutine black_scholes(s, x, t, price, r, vol, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: s(n), x(n), t(n), r, vol
  real, intent(out) :: price(n)
  real :: spot, strike, tau, v, sq, d1, d2
  integer :: i

  v = abs(vol) + 0.05
  do i = 1, n
    spot = abs(s(i)) + 1.0
    strike = abs(x(i)) + 1.0
    tau = abs(t(i)) + 0.1
    sq = v * sqrt(tau)
    d1 = (log(spot / strike) + (r + 0.5 * v**2) * tau) / sq
    d2 = d1 - sq
    price(i) = spot * norm_cdf(d1) - strike * exp(-r * tau) * norm_cdf(d2)
  end do

contains

  elemental real function norm_cdf(z)
    real, intent(in) :: z
    norm_cdf = 0.5 * erfc(-z * 0.70710678)
  end function norm_cdf

end subroutine black_scholes
