subroutine plane_rotation(n, dx, incx, dy, incy, c, s)
  integer n, incx, incy
  double precision dx(*), dy(*), c, s
  double precision temp
  integer i, ix, iy

  ix = 1
  iy = 1
  do i = 1, n
    temp = c*dx(ix) + s*dy(iy)
    dy(iy) = c*dy(iy) - s*dx(ix)
    dx(ix) = temp
    ix = ix + incx
    iy = iy + incy
  end do
end subroutine plane_rotation
