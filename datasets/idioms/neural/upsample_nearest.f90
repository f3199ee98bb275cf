subroutine upsample(x, out, w, h, c, stride, scale)
  implicit none
  integer, intent(in) :: w, h, c, stride
  real, intent(in) :: x(w, h, c), scale
  real, intent(out) :: out(stride, w, stride, h, c)
  integer :: i, j

  do j = 1, stride
    do i = 1, stride
      out(i, :, j, :, :) = scale*x
    end do
  end do
end subroutine upsample
