subroutine moving_average(in, out, n, radius)
  implicit none
  integer, intent(in) :: n, radius
  double precision, intent(in) :: in(n)
  double precision, intent(out) :: out(n)
  integer :: i, lo, hi

  do i = 1, n
    lo = max(i - radius, 1)
    hi = min(i + radius, n)
    out(i) = sum(in(lo:hi)) / dble(hi - lo + 1)
  end do
end subroutine moving_average
