subroutine upwind(q, vel, qnew, cfl, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: q(n), vel(n), cfl
  real(8), intent(out) :: qnew(n)
  real(8) :: flux
  integer :: i

  do i = 1, n
    flux = 0.0d0
    if (vel(i) > 0.0d0) then
      if (i > 1) flux = vel(i)*(q(i) - q(i-1))
    else
      if (i < n) flux = vel(i)*(q(i+1) - q(i))
    end if
    qnew(i) = q(i) - cfl*flux
  end do
end subroutine upwind
