subroutine asum(x, out, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  real, intent(inout) :: out
  integer :: i

  do i = 1, n
    out = out + abs(x(i))
  end do
end subroutine asum
