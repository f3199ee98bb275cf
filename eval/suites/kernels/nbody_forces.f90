subroutine nbody_forces(position, mass, force, bodies, softening)
  implicit none
  integer, intent(in) :: bodies
  real, intent(in) :: position(3, bodies), mass(bodies), softening
  real, intent(out) :: force(3, bodies)
  real :: d(3), pull(3), r2
  integer :: a, b

  do a = 1, bodies
    pull = 0.0
    do b = 1, bodies
      d = position(:, b) - position(:, a)
      r2 = dot_product(d, d) + softening**2
      pull = pull + mass(b) / (r2 * sqrt(r2)) * d
    end do
    force(:, a) = mass(a) * pull
  end do
end subroutine nbody_forces
