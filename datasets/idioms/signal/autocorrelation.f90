subroutine autocorr(x, r, n, max_lag)
  implicit none
  integer, intent(in) :: n, max_lag
  real, intent(in) :: x(n)
  real, intent(out) :: r(0:max_lag-1)
  integer :: lag

  do lag = 0, max_lag - 1
    r(lag) = sum(x(1:n-lag) * x(1+lag:n))
  end do
end subroutine autocorr
