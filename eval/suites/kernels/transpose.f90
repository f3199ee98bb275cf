subroutine transpose_copy(in, out, height, width)
  implicit none
  integer, intent(in) :: height, width
  real, intent(in) :: in(0:*)
  real, intent(out) :: out(0:*)
  integer :: x, y

  do x = 0, width - 1
    do y = 0, height - 1
      out(x * height + y) = in(y * width + x)
    end do
  end do
end subroutine transpose_copy
