subroutine tridiagonal_apply(n, below, diagonal, above, x, y)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: below(n), diagonal(n), above(n), x(n)
  double precision, intent(out) :: y(n)

  integer :: i
  double precision :: value

  do i = 1, n
    value = diagonal(i) * x(i)
    if (i > 1) value = value + below(i) * x(i - 1)
    if (i < n) value = value + above(i) * x(i + 1)
    y(i) = value
  end do
end subroutine tridiagonal_apply
