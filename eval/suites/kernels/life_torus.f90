subroutine life_torus(now, later, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  integer(1), intent(in) :: now(0:cols-1, 0:rows-1)
  integer(1), intent(out) :: later(0:cols-1, 0:rows-1)
  integer :: r, c, dr, dc, alive

  do r = 0, rows - 1
    do c = 0, cols - 1
      alive = -iand(int(now(c, r)), 1)
      do dr = -1, 1
        do dc = -1, 1
          alive = alive + iand(int(now(modulo(c + dc, cols), modulo(r + dr, rows))), 1)
        end do
      end do
      select case (alive)
      case (3)
        later(c, r) = 1
      case (2)
        later(c, r) = iand(now(c, r), 1_1)
      case default
        later(c, r) = 0
      end select
    end do
  end do
end subroutine life_torus
