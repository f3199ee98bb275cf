subroutine average_7point(a0, a1, fac, nx, ny, nz)
  integer, intent(in) :: nx, ny, nz
  real(8), intent(in) :: a0(nx, ny, nz), fac
  real(8), intent(inout) :: a1(nx, ny, nz)
  integer :: j, k

  do k = 2, nz - 1
    do j = 2, ny - 1
      a1(2:nx-1, j, k) = fac*(a0(2:nx-1, j, k) + a0(1:nx-2, j, k) + a0(3:nx, j, k) &
          + a0(2:nx-1, j-1, k) + a0(2:nx-1, j+1, k) + a0(2:nx-1, j, k-1) + a0(2:nx-1, j, k+1))
    end do
  end do
end subroutine average_7point
