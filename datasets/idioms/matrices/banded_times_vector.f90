subroutine band_mv(n, kl, ku, ab, x, y)
  implicit none
  integer, intent(in) :: n, kl, ku
  real, intent(in) :: ab(-kl:ku, n), x(n)
  real, intent(out) :: y(n)
  integer :: i, j

  do i = 1, n
    y(i) = 0.0
    do j = max(1, i - kl), min(n, i + ku)
      y(i) = y(i) + ab(j - i, i) * x(j)
    end do
  end do
end subroutine band_mv
