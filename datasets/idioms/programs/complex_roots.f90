program complex_roots
  implicit none
  integer, parameter :: dp = selected_real_kind(15)
  integer, parameter :: n = 4
  real(dp) :: pi, angle
  complex(dp) :: z, total
  integer :: k

  pi = acos(-1.0_dp)
  total = (0.0_dp, 0.0_dp)
  do k = 0, n - 1
    angle = 2.0_dp * pi * k / n + 0.5_dp
    z = cmplx(cos(angle), sin(angle), kind=dp)
    total = total + z**2
    print *, k, real(z), aimag(z), abs(z)
  end do
  if (abs(total) < 1.0e-12_dp) then
    print *, 'closed: yes'
  else
    print *, 'closed: no'
  end if
end program complex_roots
