subroutine quantize(x, q, step, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), step
  real, intent(out) :: q(n)
  real :: t
  integer :: i

  do i = 1, n
    t = x(i)/step + 0.5
    q(i) = step * (aint(t) - merge(1.0, 0.0, aint(t) > t))
  end do
end subroutine quantize
