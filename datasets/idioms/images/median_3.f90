subroutine median_rows(in, out, width, height)
  implicit none
  integer, intent(in) :: width, height
  integer, intent(in) :: in(width, height)
  integer, intent(inout) :: out(width, height)
  integer :: x, y

  do y = 1, height
    do x = 2, width - 1
      associate (a => in(x-1, y), b => in(x, y), c => in(x+1, y))
        out(x, y) = max(min(a, b), min(max(a, b), c))
      end associate
    end do
  end do
end subroutine median_rows
