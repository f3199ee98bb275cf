subroutine rgb2gray(rgb, gray, width, height)
  implicit none
  integer, intent(in) :: width, height
  integer(1), intent(in) :: rgb(3, width, height)
  integer(1), intent(out) :: gray(width, height)
  integer :: x, y, c(3)

  do y = 1, height
    do x = 1, width
      c = iand(int(rgb(:, x, y)), 255)
      gray(x, y) = int(ishft(77*c(1) + 151*c(2) + 28*c(3), -8), 1)
    end do
  end do
end subroutine rgb2gray
