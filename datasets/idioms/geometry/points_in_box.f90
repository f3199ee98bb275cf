subroutine inside_box(x, y, z, inside, lo, hi, n)
  implicit none
  integer, intent(in) :: n
  real, dimension(n), intent(in) :: x, y, z
  integer, intent(out) :: inside(n)
  real, intent(in) :: lo, hi
  integer :: i

  do i = 1, n
    inside(i) = 0
    if (x(i) < lo .or. x(i) > hi .or. x(i) /= x(i)) cycle
    if (y(i) < lo .or. y(i) > hi .or. y(i) /= y(i)) cycle
    if (z(i) < lo .or. z(i) > hi .or. z(i) /= z(i)) cycle
    inside(i) = 1
  end do
end subroutine inside_box
