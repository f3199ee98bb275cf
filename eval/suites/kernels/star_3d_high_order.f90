subroutine star_3d_high_order(u, lap, coefficient, depth, height, width)
  implicit none
  integer, intent(in) :: depth, height, width
  real, intent(in) :: u(width, height, depth), coefficient(0:2)
  real, intent(inout) :: lap(width, height, depth)
  integer :: x, y, z, r

  do z = 3, depth - 2
    do y = 3, height - 2
      do x = 3, width - 2
        lap(x, y, z) = 3.0 * coefficient(0) * u(x, y, z)
        do r = 1, 2
          lap(x, y, z) = lap(x, y, z) + coefficient(r) * (u(x - r, y, z) + u(x + r, y, z) + u(x, y - r, z) &
            + u(x, y + r, z) + u(x, y, z - r) + u(x, y, z + r))
        end do
      end do
    end do
  end do
end subroutine star_3d_high_order
