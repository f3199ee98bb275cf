subroutine lj_energy(x, y, z, energy, rcut2, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: x(n), y(n), z(n), rcut2
  double precision, intent(out) :: energy(n)
  double precision :: r2, s
  integer :: i, j

  energy = 0.0d0
  do i = 1, n
    do j = 1, n
      if (j == i) cycle
      r2 = (x(i) - x(j))**2 + (y(i) - y(j))**2 + (z(i) - z(j))**2
      if (r2 < rcut2 .and. r2 > 0.01d0) then
        s = 1.0d0/(r2*r2*r2)
        energy(i) = energy(i) + 2.0d0*s*(s - 1.0d0)
      end if
    end do
  end do
end subroutine lj_energy
