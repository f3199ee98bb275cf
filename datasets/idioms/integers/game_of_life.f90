subroutine life_step(grid, next, width, height)
  implicit none
  integer, intent(in) :: width, height
  integer, intent(in) :: grid(0:width-1, 0:height-1)
  integer, intent(out) :: next(0:width-1, 0:height-1)
  integer :: x, y, dx, dy, alive

  do y = 0, height - 1
    do x = 0, width - 1
      alive = 0
      do dy = -1, 1
        do dx = -1, 1
          if (dx == 0 .and. dy == 0) cycle
          if (grid(modulo(x + dx, width), modulo(y + dy, height)) > 0) alive = alive + 1
        end do
      end do
      next(x, y) = merge(1, 0, alive == 3 .or. (alive == 2 .and. grid(x, y) > 0))
    end do
  end do
end subroutine life_step
