subroutine red_black_sweep(u, rhs, colour, n)
  implicit none
  integer, intent(in) :: colour, n
  real, intent(inout) :: u(0:n-1, 0:n-1)
  real, intent(in) :: rhs(0:n-1, 0:n-1)
  integer :: i, j

  do i = 1, n - 2
    do j = 1, n - 2
      if (mod(i + j, 2) == colour) then
        u(j, i) = 0.25 * (u(j, i-1) + u(j, i+1) + u(j-1, i) + u(j+1, i) + rhs(j, i))
      end if
    end do
  end do
end subroutine red_black_sweep
