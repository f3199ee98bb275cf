subroutine portfolio_values(prices, shares, value, days, assets)
  implicit none
  integer, intent(in) :: days, assets
  real, intent(in) :: prices(assets, days)
  integer, intent(in) :: shares(assets)
  real, intent(out) :: value(days)
  integer :: d

  do d = 1, days
    value(d) = sum(real(shares) * prices(:, d))
  end do
end subroutine portfolio_values
