subroutine lu_step(a, n, multipliers, pivot_row, first)
  implicit none
  integer, intent(in) :: n, first
  real(8), intent(inout) :: a(0:n-1, 0:n-1)
  real(8), intent(in) :: multipliers(0:n-1), pivot_row(0:n-1)
  integer :: i, j

  do i = max(first, 0), n - 1
    do j = max(first, 0), n - 1
      a(j, i) = a(j, i) - multipliers(i) * pivot_row(j)
    end do
  end do
end subroutine lu_step
