subroutine heat_1d(after, before, kappa, ratio, cells)
  implicit none
  integer, intent(in) :: cells
  real(8), intent(out) :: after(0:cells)
  real(8), intent(in) :: before(0:cells+1), kappa(0:cells), ratio
  integer :: i

  after(0) = before(0)
  do i = 1, cells
    after(i) = before(i) + ratio * (kappa(i) * (before(i+1) - before(i)) - kappa(i-1) * (before(i) - before(i-1)))
  end do
end subroutine heat_1d
