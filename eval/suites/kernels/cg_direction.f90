subroutine cg_direction(p, z, rho_new, rho_old, unknowns)
  implicit none
  integer, intent(in) :: unknowns
  real(8), intent(inout) :: p(unknowns)
  real(8), intent(in) :: z(unknowns), rho_new(1), rho_old(1)

  p = z + (rho_new(1) / rho_old(1)) * p
end subroutine cg_direction
