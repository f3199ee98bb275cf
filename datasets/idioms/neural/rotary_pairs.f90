subroutine rotary(x, theta, seq, half)
  implicit none
  integer, intent(in) :: seq, half
  real, intent(inout) :: x(2, half, seq)
  real, intent(in) :: theta
  real :: angle, pair(2)
  integer :: t, h

  do t = 1, seq
    do h = 1, half
      angle = (t - 1)*theta/h
      pair = x(:, h, t)
      x(1, h, t) = pair(1)*cos(angle) - pair(2)*sin(angle)
      x(2, h, t) = pair(1)*sin(angle) + pair(2)*cos(angle)
    end do
  end do
end subroutine rotary
