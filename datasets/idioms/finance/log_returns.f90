subroutine log_returns(price, ret, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: price(n)
  double precision, intent(out) :: ret(*)
  integer :: t

  do t = 2, n
    ret(t-1) = log(price(t) / price(t-1))
  end do
end subroutine log_returns
