subroutine upwind(q, q_new, vel, dtdx, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: q(n), vel(n), dtdx
  double precision, intent(inout) :: q_new(n)
  integer :: i

  do i = 2, n - 1
    if (vel(i) > 0.0d0) then
      q_new(i) = q(i) - vel(i) * dtdx * (q(i) - q(i-1))
    else
      q_new(i) = q(i) - vel(i) * dtdx * (q(i+1) - q(i))
    end if
  end do
end subroutine upwind
