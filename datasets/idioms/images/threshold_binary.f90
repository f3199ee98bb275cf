subroutine threshold(src, dst, width, height, step, level)
  implicit none
  integer, intent(in) :: width, height, step, level
  integer(1), intent(in) :: src(0:*)
  integer(1), intent(inout) :: dst(0:*)
  integer :: row, col, p

  do row = 0, height - 1
    do col = 0, width - 1
      p = row*step + col
      dst(p) = merge(-1_1, 0_1, iand(int(src(p)), 255) > level)
    end do
  end do
end subroutine threshold
