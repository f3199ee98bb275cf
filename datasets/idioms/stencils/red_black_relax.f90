subroutine relax_colour(p, rhs, omega, colour, w, h)
  implicit none
  integer, intent(in) :: colour, w, h
  real, intent(inout) :: p(0:w-1, 0:h-1)
  real, intent(in) :: rhs(0:w-1, 0:h-1), omega
  integer :: x, y
  real :: gs

  do y = 1, h - 2
    do x = 1, w - 2
      if (mod(x + y, 2) == colour) then
        gs = 0.25*(p(x-1, y) + p(x+1, y) + p(x, y-1) + p(x, y+1) - rhs(x, y))
        p(x, y) = (1.0 - omega)*p(x, y) + omega*gs
      end if
    end do
  end do
end subroutine relax_colour
