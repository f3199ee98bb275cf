module number_theory
  implicit none
contains
  pure integer function gcd(x, y)
    integer, intent(in) :: x, y
    integer :: a, b, r
    a = x
    b = y
    do while (b /= 0)
      r = mod(a, b)
      a = b
      b = r
    end do
    gcd = a
  end function gcd

  pure integer function lcm(x, y)
    integer, intent(in) :: x, y
    lcm = x / gcd(x, y) * y
  end function lcm
end module number_theory

program table
  use number_theory
  implicit none
  integer, parameter :: pairs(2, 3) = reshape([12, 18, 35, 64, 100, 75], [2, 3])
  integer :: i

  do i = 1, 3
    print '(a, i0, a, i0)', 'gcd = ', gcd(pairs(1, i), pairs(2, i)), ', lcm = ', lcm(pairs(1, i), pairs(2, i))
  end do
end program table
