subroutine filter3x3(input, kernel, output, w, h)
  implicit none
  integer, intent(in) :: w, h
  real, intent(in) :: input(w, h), kernel(-1:1, -1:1)
  real, intent(out) :: output(w, h)
  integer :: row, col, i, j

  output = 0.0
  do row = 1, h
    do col = 1, w
      do i = -1, 1
        do j = -1, 1
          if (row + i < 1 .or. row + i > h .or. col + j < 1 .or. col + j > w) cycle
          output(col, row) = output(col, row) + kernel(j, i)*input(col + j, row + i)
        end do
      end do
    end do
  end do
end subroutine filter3x3
