subroutine rolling_sum(price, sum, n, window)
  implicit none
  integer, intent(in) :: n, window
  real, intent(in) :: price(n)
  real, intent(out) :: sum(n)
  real :: s
  integer :: t, k

  do t = 1, n
    s = 0.0
    do k = 0, min(window, t) - 1
      s = s + price(t - k)
    end do
    sum(t) = s
  end do
end subroutine rolling_sum
