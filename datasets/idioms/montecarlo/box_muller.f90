subroutine box_muller(u1, u2, z0, z1, n)
  implicit none
  integer(8), intent(in) :: n
  real(8), intent(in) :: u1(n), u2(n)
  real(8), intent(out) :: z0(n), z1(n)
  real(8) :: r, theta
  integer(8) :: i

  do i = 1, n
    r = sqrt(-2.0d0 * log(u1(i)))
    theta = 6.283185307179586d0 * u2(i)
    z0(i) = r * cos(theta)
    z1(i) = r * sin(theta)
  end do
end subroutine box_muller
