subroutine eliminate_below(a, factor, n, k)
  implicit none
  integer, intent(in) :: n, k
  real, intent(inout) :: a(0:n-1, 0:n-1)
  real, intent(in) :: factor(0:n-1)
  integer :: i

  do i = k + 1, n - 1
    a(k:, i) = a(k:, i) - factor(i) * a(k:, k)
  end do
end subroutine eliminate_below
