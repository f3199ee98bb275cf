subroutine boris_push(vx, vy, ex, ey, bz, charge_dt, particles)
  implicit none
  integer, intent(in) :: particles
  real(8), intent(inout) :: vx(particles), vy(particles)
  real(8), intent(in) :: ex(particles), ey(particles), bz, charge_dt
  real(8) :: half, t, s, ux, uy, wx, wy
  integer :: p

  half = 0.5d0 * charge_dt
  t = half * bz
  s = 2d0 * t / (1d0 + t * t)
  do p = 1, particles
    ux = vx(p) + half * ex(p)
    uy = vy(p) + half * ey(p)
    wx = ux + t * uy
    wy = uy - t * ux
    vx(p) = ux + s * wy + half * ex(p)
    vy(p) = uy - s * wx + half * ey(p)
  end do
end subroutine boris_push
