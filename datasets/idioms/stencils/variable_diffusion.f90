subroutine diffuse_variable(u, kappa, out, dt, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: u(n), kappa(n), dt
  real, intent(inout) :: out(n)
  real :: kl, kr
  integer :: i

  do i = 2, n - 1
    kr = 0.5*(kappa(i) + kappa(i+1))
    kl = 0.5*(kappa(i) + kappa(i-1))
    out(i) = u(i) + dt*(kr*(u(i+1) - u(i)) - kl*(u(i) - u(i-1)))
  end do
end subroutine diffuse_variable
