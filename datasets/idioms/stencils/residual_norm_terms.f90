subroutine residual(x, b, r, diag, off, nx, ny)
  implicit none
  integer, intent(in) :: nx, ny
  real(8), intent(in) :: x(nx, ny), b(nx, ny), diag, off
  real(8), intent(out) :: r(nx, ny)
  integer :: i, j

  do j = 1, ny
    do i = 1, nx
      r(i, j) = b(i, j) - diag*x(i, j)
      if (i > 1) r(i, j) = r(i, j) - off*x(i-1, j)
      if (i < nx) r(i, j) = r(i, j) - off*x(i+1, j)
      if (j > 1) r(i, j) = r(i, j) - off*x(i, j-1)
      if (j < ny) r(i, j) = r(i, j) - off*x(i, j+1)
    end do
  end do
end subroutine residual
