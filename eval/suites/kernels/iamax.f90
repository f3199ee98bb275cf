subroutine iamax(n, x, where)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  integer, intent(out) :: where
  real :: largest
  integer :: i

  largest = -1.0
  where = 0
  do i = 1, n
    if (abs(x(i)) > largest) then
      largest = abs(x(i))
      where = i - 1
    end if
  end do
end subroutine iamax
