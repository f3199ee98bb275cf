subroutine prewitt_x(src, grad, rows, cols)
  use iso_fortran_env, only: int8, int16
  implicit none
  integer, intent(in) :: rows, cols
  integer(int8), intent(in) :: src(cols, rows)
  integer(int16), intent(inout) :: grad(cols, rows)
  integer :: i, j

  do i = 2, rows - 1
    do j = 2, cols - 1
      grad(j, i) = int(sum(iand(int(src(j+1, i-1:i+1)), 255)) - sum(iand(int(src(j-1, i-1:i+1)), 255)), int16)
    end do
  end do
end subroutine prewitt_x
