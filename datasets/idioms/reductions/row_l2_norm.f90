subroutine row_norms(a, norms, m, n)
  implicit none
  integer, intent(in) :: m, n
  real(8), intent(in) :: a(n, m)
  real(8), intent(out) :: norms(m)
  integer :: i

  do i = 1, m
    norms(i) = sqrt(sum(a(:, i)**2))
  end do
end subroutine row_norms
