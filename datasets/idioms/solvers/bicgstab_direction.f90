subroutine bicgstab_p(p, r, v, beta, omega, n)
  implicit none
  integer, intent(in) :: n
  double precision, dimension(n), intent(inout) :: p
  double precision, dimension(n), intent(in) :: r, v
  double precision, intent(in) :: beta, omega

  p(:) = r(:) + beta * (p(:) - omega * v(:))
end subroutine bicgstab_p
