subroutine threshold(src, dst, width, height, step, level)
  implicit none
  integer, intent(in) :: width, height, step, level
  integer(1), intent(in) :: src(step, *)
  integer(1), intent(inout) :: dst(step, *)
  integer :: row, col

  do row = 1, height
    do col = 1, width
      dst(col, row) = merge(-1_1, 0_1, iand(int(src(col, row)), 255) > level)
    end do
  end do
end subroutine threshold
