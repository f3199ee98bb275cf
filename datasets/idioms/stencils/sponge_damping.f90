subroutine damp_sponge(field, profile, nx, nz, layers)
  implicit none
  integer, intent(in) :: nx, nz, layers
  real, intent(inout) :: field(0:nx-1, 0:nz-1)
  real, intent(in) :: profile(0:*)
  integer :: iz

  do iz = 0, nz - 1
    if (iz < layers) then
      field(:, iz) = field(:, iz) * profile(iz)
    else if (iz >= nz - layers) then
      field(:, iz) = field(:, iz) * profile(nz - 1 - iz)
    end if
  end do
end subroutine damp_sponge
