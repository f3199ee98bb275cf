subroutine goertzel_power(x, power, coeff, rows, n)
  implicit none
  integer, intent(in) :: rows, n
  real, intent(in) :: x(n, rows), coeff
  real, intent(out) :: power(rows)
  real :: s0, s1, s2
  integer :: r, t

  do r = 1, rows
    s1 = 0.0
    s2 = 0.0
    do t = 1, n
      s0 = x(t, r) + coeff * s1 - s2
      s2 = s1
      s1 = s0
    end do
    power(r) = s1**2 + s2**2 - coeff * s1 * s2
  end do
end subroutine goertzel_power
