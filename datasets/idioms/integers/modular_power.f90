subroutine mod_pow(base, expo, res, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: base(n), expo(n)
  integer, intent(out) :: res(n)
  integer, parameter :: m = 10007
  integer :: i, b, r, e

  do i = 1, n
    b = modulo(base(i), m)
    r = 1
    e = expo(i)
    do while (e > 0)
      if (mod(e, 2) == 1) r = mod(r * b, m)
      b = mod(b * b, m)
      e = e / 2
    end do
    res(i) = r
  end do
end subroutine mod_pow
