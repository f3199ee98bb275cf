subroutine cholesky_column(a, l, j, n)
  implicit none
  integer, intent(in) :: j, n
  real(8), intent(in) :: a(0:n-1, 0:*)
  real(8), intent(inout) :: l(0:n-1, 0:*)
  real(8) :: d, s
  integer :: i, k

  if (j >= n) return
  d = a(j, j)
  do k = 0, j - 1
    d = d - l(k, j)**2
  end do
  d = sqrt(abs(d) + 1.0d0)
  do i = j + 1, n - 1
    s = a(j, i)
    do k = 0, j - 1
      s = s - l(k, i) * l(k, j)
    end do
    l(j, i) = s / d
  end do
end subroutine cholesky_column
