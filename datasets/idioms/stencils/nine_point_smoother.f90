subroutine smooth9(a, b, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real(8), intent(in) :: a(cols, rows)
  real(8), intent(inout) :: b(cols, rows)
  real(8), parameter :: w(3, 3) = reshape([1d0, 2d0, 1d0, 2d0, 4d0, 2d0, 1d0, 2d0, 1d0], [3, 3])
  integer :: i, j

  do i = 2, rows - 1
    do j = 2, cols - 1
      b(j, i) = sum(w * a(j-1:j+1, i-1:i+1)) / 16.0d0
    end do
  end do
end subroutine smooth9
