subroutine bond_prices(yield, price, coupon, face, periods, n)
  implicit none
  integer, intent(in) :: periods, n
  double precision, intent(in) :: yield(n), coupon, face
  double precision, intent(out) :: price(n)
  double precision :: df, pv
  integer :: i, k

  do i = 1, n
    df = 1.0d0
    pv = 0.0d0
    do k = 1, periods
      df = df / (1.0d0 + yield(i) * 0.01d0)
      pv = pv + coupon * df
    end do
    price(i) = pv + face * df
  end do
end subroutine bond_prices
