subroutine bgk_collide(f, feq, omega, q, n)
  implicit none
  integer, intent(in) :: q, n
  double precision, intent(inout) :: f(n, q)
  double precision, intent(in) :: feq(n, q), omega

  f = f + omega * (feq - f)
end subroutine bgk_collide
