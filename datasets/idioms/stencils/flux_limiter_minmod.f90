subroutine minmod_slopes(q, slope, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: q(n)
  real, intent(inout) :: slope(n)
  integer :: i

  do i = 2, n - 1
    slope(i) = minmod(q(i) - q(i-1), q(i+1) - q(i))
  end do

contains

  pure real function minmod(a, b)
    real, intent(in) :: a, b
    if (a*b <= 0.0) then
      minmod = 0.0
    else
      minmod = merge(a, b, abs(a) < abs(b))
    end if
  end function minmod

end subroutine minmod_slopes
