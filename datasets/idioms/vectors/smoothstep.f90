subroutine smoothstep(x, y, edge0, edge1, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), edge0, edge1
  real, intent(out) :: y(n)
  real :: t
  integer :: i

  do i = 1, n
    t = (x(i) - edge0) / (edge1 - edge0)
    if (t < 0.0) t = 0.0
    if (t > 1.0) t = 1.0
    y(i) = t*t*(3.0 - 2.0*t)
  end do
end subroutine smoothstep
