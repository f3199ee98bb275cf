subroutine exponential_samples(u, t, rate, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: u(n), rate
  real, intent(out) :: t(n)
  real :: v
  integer :: i

  do i = 1, n
    v = u(i)
    if (v < 1.0e-7) v = 1.0e-7
    t(i) = -log(v) / rate
  end do
end subroutine exponential_samples
