subroutine max_pool_2d(image, pooled, maps, out_h, out_w, in_w, in_h)
  implicit none
  integer, intent(in) :: maps, out_h, out_w, in_w, in_h
  real, intent(in) :: image(0:*)
  real, intent(out) :: pooled(0:out_w-1, 0:out_h-1, 0:maps-1)
  real :: peak, here
  integer :: m, ox, oy, x, y

  do m = 0, maps - 1
    do oy = 0, out_h - 1
      do ox = 0, out_w - 1
        peak = -3.4e38
        do y = max(2 * oy - 1, 0), min(2 * oy + 1, in_h - 1)
          do x = max(2 * ox - 1, 0), min(2 * ox + 1, in_w - 1)
            here = image((m * in_h + y) * in_w + x)
            if (here > peak) peak = here
          end do
        end do
        pooled(ox, oy, m) = peak
      end do
    end do
  end do
end subroutine max_pool_2d
