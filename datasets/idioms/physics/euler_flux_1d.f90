subroutine euler_flux(rho, mom, ener, f0, f1, f2, gamma, n)
  implicit none
  integer, intent(in) :: n
  double precision, dimension(n), intent(in) :: rho, mom, ener
  double precision, dimension(n), intent(out) :: f0, f1, f2
  double precision, intent(in) :: gamma
  double precision :: u, p
  integer :: i

  do i = 1, n
    u = mom(i) / rho(i)
    p = (gamma - 1.0d0) * (ener(i) - 0.5d0 * mom(i) * u)
    f0(i) = mom(i)
    f1(i) = mom(i) * u + p
    f2(i) = (ener(i) + p) * u
  end do
end subroutine euler_flux
