subroutine triad(a, b, c, scalar, n)
  implicit none
  integer(8), intent(in) :: n
  real(4), intent(out) :: a(n)
  real(4), intent(in) :: b(n), c(n), scalar
  integer(8) :: j
  !$omp parallel do
  do j = 1, n
    a(j) = b(j) + scalar*c(j)
  end do
end subroutine triad
