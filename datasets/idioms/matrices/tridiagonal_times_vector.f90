subroutine tridiag_mv(lower, diag, upper, x, y, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: lower(n), diag(n), upper(n), x(n)
  double precision, intent(out) :: y(n)

  if (n <= 0) return
  y = diag * x
  y(2:n) = y(2:n) + lower(2:n) * x(1:n-1)
  y(1:n-1) = y(1:n-1) + upper(1:n-1) * x(2:n)
end subroutine tridiag_mv
