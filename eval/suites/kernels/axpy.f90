subroutine axpy(n, alpha, x, incx, y, incy)
  implicit none
  integer, intent(in) :: n, incx, incy
  real(8), intent(in) :: alpha, x(*)
  real(8), intent(inout) :: y(*)
  integer :: k, ix, iy

  if (alpha == 0.0d0) return
  ix = 1
  iy = 1
  do k = 1, n
    y(iy) = y(iy) + alpha * x(ix)
    ix = ix + incx
    iy = iy + incy
  end do
end subroutine axpy
