subroutine tril(a, l, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(n, n)
  real, intent(out) :: l(n, n)
  integer :: i, j

  do i = 1, n
    do j = 1, n
      l(j, i) = merge(a(j, i), 0.0, j <= i)
    end do
  end do
end subroutine tril
