subroutine tril(a, l, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(n, n)
  real, intent(out) :: l(n, n)
  integer :: i

  do i = 1, n
    l(1:i, i) = a(1:i, i)
    l(i+1:n, i) = 0.0
  end do
end subroutine tril
