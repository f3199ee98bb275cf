subroutine minmod_slopes(u, slope, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: u(n)
  double precision, intent(inout) :: slope(n)
  integer :: i

  do i = 2, n - 1
    slope(i) = minmod(u(i) - u(i-1), u(i+1) - u(i))
  end do

contains

  pure function minmod(a, b) result(s)
    double precision, intent(in) :: a, b
    double precision :: s

    if (a * b <= 0.0d0) then
      s = 0.0d0
    else
      s = merge(a, b, abs(a) < abs(b))
    end if
  end function minmod

end subroutine minmod_slopes
