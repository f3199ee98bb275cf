subroutine heat_3d(t, t_new, nz, ny, nx, cx, cy, cz)
  implicit none
  integer, intent(in) :: nz, ny, nx
  double precision, intent(in) :: t(nx, ny, nz), cx, cy, cz
  double precision, intent(inout) :: t_new(nx, ny, nz)
  double precision :: rest
  integer :: i, j, k

  rest = 1d0 - 2d0 * (cx + cy + cz)
  do k = 2, nz - 1
    do j = 2, ny - 1
      do i = 2, nx - 1
        t_new(i, j, k) = t(i, j, k) * rest + cx * (t(i-1, j, k) + t(i+1, j, k)) &
          + cy * (t(i, j-1, k) + t(i, j+1, k)) + cz * (t(i, j, k-1) + t(i, j, k+1))
      end do
    end do
  end do
end subroutine heat_3d
