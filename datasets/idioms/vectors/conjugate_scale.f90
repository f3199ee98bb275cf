subroutine conj_scale(z, alpha, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(inout) :: z(2*n)
  double precision, intent(in) :: alpha

  z(1:2*n:2) = z(1:2*n:2) * alpha
  z(2:2*n:2) = -z(2:2*n:2) * alpha
end subroutine conj_scale
