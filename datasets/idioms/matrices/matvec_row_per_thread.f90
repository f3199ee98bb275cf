subroutine matvec(a, x, y, m, n)
  implicit none
  integer, intent(in) :: m, n
  double precision, intent(in) :: a(n, m), x(n)
  double precision, intent(out) :: y(m)
  integer :: row

  do row = 1, m
    y(row) = dot_product(a(:, row), x)
  end do
end subroutine matvec
