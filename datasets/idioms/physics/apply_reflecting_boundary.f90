subroutine reflect_ghosts(q, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  double precision, intent(inout) :: q(0:*)
  integer :: j

  if (nx < 4) return
  do j = 0, ny - 1
    q(j*nx) = q(j*nx + 1)
    q(j*nx + nx - 1) = q(j*nx + nx - 2)
  end do
end subroutine reflect_ghosts
