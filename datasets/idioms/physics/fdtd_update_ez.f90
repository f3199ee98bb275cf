subroutine update_ez(ez, hx, hy, ca, cb, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  double precision, dimension(ny, nx), intent(inout) :: ez
  double precision, dimension(ny, nx), intent(in) :: hx, hy, ca, cb
  integer :: i, j

  do i = 2, nx
    do j = 2, ny
      ez(j, i) = ca(j, i) * ez(j, i) + cb(j, i) * ((hy(j, i) - hy(j, i-1)) - (hx(j, i) - hx(j-1, i)))
    end do
  end do
end subroutine update_ez
