subroutine complex_mul(a, b, c, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(2, n), b(2, n)
  real, intent(out) :: c(2, n)
  integer :: i

  do i = 1, n
    c(1, i) = a(1, i)*b(1, i) - a(2, i)*b(2, i)
    c(2, i) = a(1, i)*b(2, i) + a(2, i)*b(1, i)
  end do
end subroutine complex_mul
