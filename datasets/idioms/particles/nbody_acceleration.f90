subroutine nbody_forces(pos, mass, acc, soft, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: pos(3, n), mass(n), soft
  real, intent(out) :: acc(3, n)
  real :: d(3), r2
  integer :: i, j

  acc = 0.0
  do i = 1, n
    do j = 1, n
      d = pos(:, j) - pos(:, i)
      r2 = sum(d**2) + soft**2 + 0.01
      acc(:, i) = acc(:, i) + mass(j)*d/(r2*sqrt(r2))
    end do
  end do
end subroutine nbody_forces
