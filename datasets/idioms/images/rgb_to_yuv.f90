subroutine rgb_to_yuv(rgb, yuv, pixels)
  implicit none
  integer, intent(in) :: pixels
  real, intent(in) :: rgb(3, pixels)
  real, intent(out) :: yuv(3, pixels)
  real, parameter :: weight(3) = [0.299, 0.587, 0.114]
  integer :: i

  do i = 1, pixels
    yuv(1, i) = dot_product(weight, rgb(:, i))
    yuv(2, i) = 0.492*(rgb(3, i) - yuv(1, i))
    yuv(3, i) = 0.877*(rgb(1, i) - yuv(1, i))
  end do
end subroutine rgb_to_yuv
