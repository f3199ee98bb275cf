subroutine metropolis(x, energy, x_new, e_new, u, accepted, beta, chains)
  implicit none
  integer, intent(in) :: chains
  real, intent(inout) :: x(chains), energy(chains)
  real, intent(in) :: x_new(chains), e_new(chains), u(chains), beta
  integer, intent(inout) :: accepted(chains)
  real :: de
  integer :: c

  do c = 1, chains
    de = e_new(c) - energy(c)
    if (de <= 0.0 .or. u(c) < exp(-beta * de)) then
      x(c) = x_new(c)
      energy(c) = e_new(c)
      accepted(c) = accepted(c) + 1
    end if
  end do
end subroutine metropolis
