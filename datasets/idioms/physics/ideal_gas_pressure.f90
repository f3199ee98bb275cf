subroutine pressure_eos(rho, e, p, gamma, ncells)
  implicit none
  integer, intent(in) :: ncells
  real(8), intent(in) :: rho(ncells), e(ncells), gamma
  real(8), intent(out) :: p(ncells)
  real(8), parameter :: floor_p = 1.0d-12

  p = (gamma - 1.0d0) * rho * e
  where (.not. p > floor_p) p = floor_p
end subroutine pressure_eos
