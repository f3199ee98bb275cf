subroutine cg_update(x, r, p, ap, alpha, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(inout) :: x(n), r(n)
  double precision, intent(in) :: p(n), ap(n), alpha

  x = x + alpha * p
  r = r - alpha * ap
end subroutine cg_update
