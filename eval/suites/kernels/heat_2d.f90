subroutine heat_2d(nx, ny, dt, rx, ry, now, later)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: dt, rx, ry
  real, intent(in) :: now(ny, nx)
  real, intent(out) :: later(ny, nx)
  integer :: x, y, left, right, down, up
  real :: flux

  do x = 1, nx
    left = max(x - 1, 1)
    right = min(x + 1, nx)
    do y = 1, ny
      down = max(y - 1, 1)
      up = min(y + 1, ny)
      flux = rx * (now(y, left) + now(y, right) - 2.0 * now(y, x)) + ry * (now(down, x) + now(up, x) - 2.0 * now(y, x))
      later(y, x) = now(y, x) + dt * flux
    end do
  end do
end subroutine heat_2d
