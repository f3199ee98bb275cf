subroutine total_pressure(p, bx, by, bz, ptot, nx, ny, nz)
  implicit none
  integer, intent(in) :: nx, ny, nz
  real, dimension(nx, ny, nz), intent(in) :: p, bx, by, bz
  real, dimension(nx, ny, nz), intent(out) :: ptot

  ptot = p + 0.5 * (bx**2 + by**2 + bz**2)
end subroutine total_pressure
