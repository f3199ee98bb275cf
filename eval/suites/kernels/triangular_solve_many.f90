subroutine triangular_solve_many(n, systems, lower, rhs)
  implicit none
  integer, intent(in) :: n, systems
  real(8), intent(in) :: lower(n, n)
  real(8), intent(inout) :: rhs(systems, n)
  integer :: i, j, s

  do s = 1, systems
    do i = 1, n
      do j = 1, i - 1
        rhs(s, i) = rhs(s, i) - lower(j, i) * rhs(s, j)
      end do
      rhs(s, i) = rhs(s, i) / lower(i, i)
    end do
  end do
end subroutine triangular_solve_many
