subroutine heat_step(t_old, t_new, r, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real, intent(in) :: t_old(nx, ny), r
  real, intent(inout) :: t_new(nx, ny)

  t_new(2:nx-1, 2:ny-1) = t_old(2:nx-1, 2:ny-1) + r * (t_old(1:nx-2, 2:ny-1) + t_old(3:nx, 2:ny-1) &
      + t_old(2:nx-1, 1:ny-2) + t_old(2:nx-1, 3:ny) - 4.0*t_old(2:nx-1, 2:ny-1))
end subroutine heat_step
