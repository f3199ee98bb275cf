subroutine fill_const(n, alpha, x, incx, offx)
  integer, intent(in) :: n, incx, offx
  real, intent(in) :: alpha
  real, intent(inout) :: x(0:*)
  integer :: i

  do i = 0, n - 1
    x(offx + i*incx) = alpha + i
  end do
end subroutine fill_const
