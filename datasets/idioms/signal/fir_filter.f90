subroutine fir(x, h, y, n, taps)
  implicit none
  integer, intent(in) :: n, taps
  real, intent(in) :: x(0:n-1), h(0:taps-1)
  real, intent(out) :: y(0:n-1)
  integer :: i, k

  y = 0.0
  do k = 0, taps - 1
    do i = k, n - 1
      y(i) = y(i) + h(k) * x(i - k)
    end do
  end do
end subroutine fir
