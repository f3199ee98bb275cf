subroutine power_step(a, v, w, inv_norm, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: a(n, n), v(n), inv_norm
  double precision, intent(out) :: w(n)

  w = matmul(v, a) * inv_norm
end subroutine power_step
