subroutine laplace3d(in, out, nx, ny, nz)
  implicit none
  integer, intent(in) :: nx, ny, nz
  real, intent(in) :: in(nx, ny, nz)
  real, intent(inout) :: out(nx, ny, nz)
  integer :: i, j, k

  do k = 2, nz - 1
    do j = 2, ny - 1
      do i = 2, nx - 1
        out(i, j, k) = in(i-1, j, k) + in(i+1, j, k) + in(i, j-1, k) + in(i, j+1, k) &
                     + in(i, j, k-1) + in(i, j, k+1) - 6.0*in(i, j, k)
      end do
    end do
  end do
end subroutine laplace3d
