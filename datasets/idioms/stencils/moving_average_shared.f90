subroutine moving_average(in, out, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: in(n)
  real, intent(out) :: out(n)
  integer :: i

  do i = 1, n
    out(i) = sum(in(max(1, i - 2):min(n, i + 2))) / 5.0
  end do
end subroutine moving_average
