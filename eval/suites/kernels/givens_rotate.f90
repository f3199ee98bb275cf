subroutine givens_rotate(x, y, c, s, count)
  implicit none
  integer, intent(in) :: count
  real, intent(inout) :: x(count), y(count)
  real, intent(in) :: c, s
  real :: turned
  integer :: k

  k = 1
  do while (k <= count)
    turned = c * x(k) + s * y(k)
    y(k) = c * y(k) - s * x(k)
    x(k) = turned
    k = k + 1
  end do
end subroutine givens_rotate
