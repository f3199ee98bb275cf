subroutine biquad(in, out, b0, b1, b2, a1, a2, channels, length)
  implicit none
  integer, intent(in) :: channels, length
  real(8), intent(in) :: in(length, channels), b0, b1, b2, a1, a2
  real(8), intent(out) :: out(length, channels)
  real(8) :: x, y, z1, z2
  integer :: c, t

  do c = 1, channels
    z1 = 0.0d0
    z2 = 0.0d0
    do t = 1, length
      x = in(t, c)
      y = b0 * x + z1
      z1 = b1 * x - a1 * y + z2
      z2 = b2 * x - a2 * y
      out(t, c) = y
    end do
  end do
end subroutine biquad
