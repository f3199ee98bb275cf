subroutine thomas(lower, diag, upper, rhs, n, batch)
  implicit none
  integer, intent(in) :: n, batch
  real(8), intent(in) :: lower(batch, *), upper(batch, *)
  real(8), intent(inout) :: diag(batch, *), rhs(batch, *)
  real(8) :: w
  integer :: s, k

  if (n < 1) return
  do s = 1, batch
    do k = 2, n
      w = lower(s, k) / diag(s, k - 1)
      diag(s, k) = diag(s, k) - w * upper(s, k - 1)
      rhs(s, k) = rhs(s, k) - w * rhs(s, k - 1)
    end do
    rhs(s, n) = rhs(s, n) / diag(s, n)
    do k = n - 1, 1, -1
      rhs(s, k) = (rhs(s, k) - upper(s, k) * rhs(s, k + 1)) / diag(s, k)
    end do
  end do
end subroutine thomas
