subroutine interpolate_quantiles(sorted, n, q, value, nq)
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  integer, intent(in) :: n, nq
  real(dp), intent(in) :: sorted(0:*), q(nq)
  real(dp), intent(out) :: value(nq)
  real(dp) :: p, h
  integer :: i, k

  if (n < 1) return
  do i = 1, nq
    p = q(i)
    if (.not. p > 0.0_dp) p = 0.0_dp
    if (p > 1.0_dp) p = 1.0_dp
    h = (n - 1) * p
    k = int(h)
    if (k >= n - 1) then
      value(i) = sorted(n - 1)
    else
      value(i) = sorted(k) + (h - k) * (sorted(k + 1) - sorted(k))
    end if
  end do
end subroutine interpolate_quantiles
