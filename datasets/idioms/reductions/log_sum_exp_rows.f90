subroutine logsumexp(x, lse, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: x(cols, rows)
  real, intent(out) :: lse(rows)
  real :: top
  integer :: r, c

  do r = 1, rows
    top = -1.0e30
    do c = 1, cols
      if (x(c, r) > top) top = x(c, r)
    end do
    lse(r) = top + log(sum(exp(x(:, r) - top)))
  end do
end subroutine logsumexp
