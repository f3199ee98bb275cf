subroutine max_drawdown(equity, dd, series, len)
  implicit none
  integer, intent(in) :: series, len
  real, intent(in) :: equity(0:*)
  real, intent(out) :: dd(series)
  real :: peak, worst, v
  integer :: s, t

  do s = 1, series
    peak = equity((s - 1) * len)
    worst = 0.0
    do t = 0, len - 1
      v = equity((s - 1) * len + t)
      if (v > peak) peak = v
      if (peak - v > worst) worst = peak - v
    end do
    dd(s) = worst
  end do
end subroutine max_drawdown
