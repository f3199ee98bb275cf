subroutine neighbour_table(left, right, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(out) :: left(0:n-1), right(0:n-1)
  integer :: i

  do i = 0, n - 1
    left(i) = i - 1
    right(i) = i + 1
  end do
  if (n > 0) then
    left(0) = n - 1
    right(n - 1) = 0
  end if
end subroutine neighbour_table
