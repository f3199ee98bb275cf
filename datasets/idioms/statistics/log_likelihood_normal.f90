subroutine normal_loglik(x, ll, mu, sigma, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), mu, sigma
  real, intent(out) :: ll(n)
  real, parameter :: half_log_2pi = 0.918938533
  real :: s

  s = abs(sigma) + 0.1
  ll = -0.5 * ((x - mu) / s)**2 - log(s) - half_log_2pi
end subroutine normal_loglik
