subroutine wrap_degrees(angle, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: angle(n)
  real :: a
  integer :: i

  do i = 1, n
    a = mod(angle(i), 360.0)
    if (a < 0.0) a = a + 360.0
    angle(i) = a
  end do
end subroutine wrap_degrees
