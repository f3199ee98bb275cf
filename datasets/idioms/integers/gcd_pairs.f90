subroutine gcd_array(a, b, g, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: a(n), b(n)
  integer, intent(out) :: g(n)
  integer :: i

  do i = 1, n
    g(i) = gcd(abs(a(i)), abs(b(i)))
  end do

contains

  recursive integer function gcd(x, y) result(d)
    integer, intent(in) :: x, y
    if (y == 0) then
      d = x
    else
      d = gcd(y, mod(x, y))
    end if
  end function gcd

end subroutine gcd_array
