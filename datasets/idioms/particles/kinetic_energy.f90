subroutine kinetic_energy(vx, vy, vz, m, ke, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: vx(n), vy(n), vz(n), m(n)
  real(8), intent(inout) :: ke

  ke = ke + 0.5d0*sum(m*(vx**2 + vy**2 + vz**2))
end subroutine kinetic_energy
