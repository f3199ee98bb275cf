subroutine fir_filter(x, taps, y, n, ntaps)
  implicit none
  integer, intent(in) :: n, ntaps
  real, intent(in) :: x(n), taps(0:ntaps-1)
  real, intent(out) :: y(n)
  integer :: i, k

  do i = 1, n
    y(i) = 0.0
    do k = 0, min(ntaps, i) - 1
      y(i) = y(i) + taps(k)*x(i-k)
    end do
  end do
end subroutine fir_filter
