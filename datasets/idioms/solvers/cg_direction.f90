subroutine cg_direction(p, r, rho_new, rho_old, num)
  implicit none
  integer, intent(in) :: num
  real, intent(inout) :: p(num)
  real, intent(in) :: r(num), rho_new, rho_old
  real :: beta
  integer :: i

  beta = rho_new / rho_old
  do concurrent (i = 1:num)
    p(i) = r(i) + beta * p(i)
  end do
end subroutine cg_direction
