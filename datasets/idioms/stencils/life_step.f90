subroutine life_step(grid, next, w, h)
  implicit none
  integer, intent(in) :: w, h
  integer, intent(in) :: grid(0:w-1, 0:h-1)
  integer, intent(out) :: next(0:w-1, 0:h-1)
  integer :: x, y, dx, dy, alive

  do y = 0, h - 1
    do x = 0, w - 1
      alive = -grid(x, y)
      do dy = -1, 1
        do dx = -1, 1
          alive = alive + grid(modulo(x + dx, w), modulo(y + dy, h))
        end do
      end do
      next(x, y) = merge(1, 0, alive == 3 .or. (alive == 2 .and. grid(x, y) == 1))
    end do
  end do
end subroutine life_step
