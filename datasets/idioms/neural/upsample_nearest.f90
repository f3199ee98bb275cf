subroutine upsample(x, out, w, h, c, stride, scale)
  implicit none
  integer, intent(in) :: w, h, c, stride
  real, intent(in) :: x(0:w-1, 0:h-1, 0:c-1), scale
  real, intent(out) :: out(0:w*stride-1, 0:h*stride-1, 0:c-1)
  integer :: i, j, k

  do k = 0, c - 1
    do j = 0, h*stride - 1
      do i = 0, w*stride - 1
        out(i, j, k) = scale*x(i/stride, j/stride, k)
      end do
    end do
  end do
end subroutine upsample
