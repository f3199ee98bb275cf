subroutine safe_inverse(v, eps, size)
  implicit none
  integer, intent(in) :: size
  real, intent(inout) :: v(size)
  real, intent(in) :: eps

  where (v > eps .or. v < -eps)
    v = 1.0 / v
  elsewhere
    v = 0.0
  end where
end subroutine safe_inverse
