subroutine bounce(pos, vel, lo, hi, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(inout) :: pos(n), vel(n)
  real(8), intent(in) :: lo, hi
  integer :: i

  do i = 1, n
    if (pos(i) < lo) then
      pos(i) = 2.0d0*lo - pos(i)
      vel(i) = -vel(i)
    else if (pos(i) > hi) then
      pos(i) = 2.0d0*hi - pos(i)
      vel(i) = -vel(i)
    end if
  end do
end subroutine bounce
