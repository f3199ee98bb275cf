subroutine ising_sweep(spin, u, beta, parity, l)
  implicit none
  integer, intent(in) :: parity, l
  integer, intent(inout) :: spin(0:l-1, 0:l-1)
  real, intent(in) :: u(0:l-1, 0:l-1), beta
  integer :: i, j, nb
  real :: de

  do i = 1, l - 2
    do j = 1, l - 2
      if (iand(i + j, 1) /= iand(parity, 1)) cycle
      nb = spin(j, i-1) + spin(j, i+1) + spin(j-1, i) + spin(j+1, i)
      de = 2.0 * spin(j, i) * nb
      if (de < 0.0 .or. u(j, i) < exp(-beta * de)) spin(j, i) = -spin(j, i)
    end do
  end do
end subroutine ising_sweep
