subroutine forward_diff(f, df, h, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: f(n), h
  real(8), intent(out) :: df(n)

  if (n < 1) return
  df(1:n-1) = (f(2:n) - f(1:n-1)) / h
  df(n) = 0.0d0
end subroutine forward_diff
