subroutine sound_speed(p, rho, c, gamma, p_inf, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: p(n), rho(n), gamma, p_inf
  real, intent(out) :: c(n)

  c = sqrt(abs(gamma * (p + p_inf)) / (abs(rho) + 1.0e-3))
end subroutine sound_speed
