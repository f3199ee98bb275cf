subroutine blur_rows(src, dst, weights, radius, width, height)
  implicit none
  integer, intent(in) :: radius, width, height
  real, intent(in) :: src(width, height), weights(-radius:radius)
  real, intent(out) :: dst(width, height)
  integer :: x, y, k

  dst = 0.0
  do y = 1, height
    do x = 1, width
      do k = -radius, radius
        dst(x, y) = dst(x, y) + weights(k)*src(min(max(x + k, 1), width), y)
      end do
    end do
  end do
end subroutine blur_rows
