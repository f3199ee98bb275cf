subroutine matmul_square(a, b, c, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(n, n), b(n, n)
  real, intent(out) :: c(n, n)
  integer :: i, j, k

  c = 0.0
  do i = 1, n
    do k = 1, n
      do j = 1, n
        c(j, i) = c(j, i) + a(k, i)*b(j, k)
      end do
    end do
  end do
end subroutine matmul_square
