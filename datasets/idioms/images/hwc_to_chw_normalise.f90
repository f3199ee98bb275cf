subroutine hwc_to_chw(src, dst, mean, std, height, width)
  implicit none
  integer, intent(in) :: height, width
  integer(1), intent(in) :: src(3, width, height)
  real, intent(out) :: dst(width, height, 3)
  real, intent(in) :: mean(3), std(3)
  integer :: c

  do c = 1, 3
    dst(:, :, c) = (iand(int(src(c, :, :)), 255)/255.0 - mean(c)) / std(c)
  end do
end subroutine hwc_to_chw
