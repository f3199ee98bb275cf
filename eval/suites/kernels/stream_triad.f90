subroutine stream_triad(elements, a, b, q, c)
  implicit none
  integer, intent(in) :: elements
  double precision, intent(out) :: a(elements)
  double precision, intent(in) :: b(elements), c(elements)
  double precision, intent(in) :: q
  integer :: e

  !$omp parallel do
  do e = 1, elements
    a(e) = b(e) + q * c(e)
  end do
  !$omp end parallel do
end subroutine stream_triad
