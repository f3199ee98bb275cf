subroutine cloud_in_cell_deposit(cell, offset, charge, density, particles)
  implicit none
  integer, intent(in) :: particles, cell(particles)
  double precision, intent(in) :: offset(particles), charge
  double precision, intent(inout) :: density(0:*)
  integer :: p, c

  do p = 1, particles
    c = cell(p)
    density(c) = density(c) + charge * (1d0 - offset(p))
    density(c + 1) = density(c + 1) + charge * offset(p)
  end do
end subroutine cloud_in_cell_deposit
