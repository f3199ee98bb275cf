subroutine neighbour_list_energy(x, starts, partners, energy, cutoff, atoms)
  implicit none
  integer, intent(in) :: atoms
  integer, intent(in) :: starts(atoms + 1), partners(*)
  real(8), intent(in) :: x(*), cutoff
  real(8), intent(out) :: energy(atoms)
  real(8) :: r
  integer :: i, k

  energy = 0d0
  do i = 1, atoms
    do k = starts(i) + 1, starts(i + 1)
      r = abs(x(i) - x(partners(k) + 1))
      if (r < cutoff) energy(i) = energy(i) + 0.5d0 * (1d0 - r / cutoff)**2
    end do
  end do
end subroutine neighbour_list_energy
