subroutine update_hy(hy, ez, coef, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: hy(n)
  real, intent(in) :: ez(n), coef

  hy(1:n-1) = hy(1:n-1) + coef * (ez(2:n) - ez(1:n-1))
end subroutine update_hy
