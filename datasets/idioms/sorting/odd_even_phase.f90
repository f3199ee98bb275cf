subroutine odd_even_phase(a, n, phase)
  implicit none
  integer, intent(in) :: n, phase
  integer, intent(inout) :: a(n)
  integer :: i, tmp, first

  first = 1
  if (mod(phase, 2) /= 0) first = 2
  do i = first, n - 1, 2
    if (a(i) > a(i + 1)) then
      tmp = a(i)
      a(i) = a(i + 1)
      a(i + 1) = tmp
    end if
  end do
end subroutine odd_even_phase
