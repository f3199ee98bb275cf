subroutine count_neighbours(x, y, count, radius, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), y(n), radius
  integer, intent(out) :: count(n)
  integer :: i, j

  count = 0
  do i = 1, n
    do j = 1, n
      if (i == j) cycle
      if ((x(j) - x(i))**2 + (y(j) - y(i))**2 < radius**2) count(i) = count(i) + 1
    end do
  end do
end subroutine count_neighbours
