subroutine odd_even_exchange(a, pairs, phase)
  implicit none
  integer, intent(in) :: pairs, phase
  real, intent(inout) :: a(*)
  integer :: p, at
  real :: t

  do p = 1, pairs
    at = 2 * p - 1
    if (mod(phase, 2) /= 0) at = at + 1
    if (a(at) > a(at + 1)) then
      t = a(at)
      a(at) = a(at + 1)
      a(at + 1) = t
    end if
  end do
end subroutine odd_even_exchange
