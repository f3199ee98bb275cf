subroutine central_periodic(f, df, inv2h, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: f(n), inv2h
  double precision, intent(out) :: df(n)

  df = (cshift(f, 1) - cshift(f, -1)) * inv2h
end subroutine central_periodic
