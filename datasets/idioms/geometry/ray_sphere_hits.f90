subroutine ray_sphere(ox, oy, oz, dx, dy, dz, radius, t, rays)
  implicit none
  integer, intent(in) :: rays
  real, dimension(rays), intent(in) :: ox, oy, oz, dx, dy, dz
  real, intent(in) :: radius
  real, dimension(rays), intent(out) :: t
  real :: b, c, disc
  integer :: i

  do i = 1, rays
    b = ox(i)*dx(i) + oy(i)*dy(i) + oz(i)*dz(i)
    c = ox(i)**2 + oy(i)**2 + oz(i)**2 - radius**2
    disc = b*b - c
    if (disc < 0.0) then
      t(i) = -1.0
    else
      t(i) = -b - sqrt(disc)
    end if
  end do
end subroutine ray_sphere
