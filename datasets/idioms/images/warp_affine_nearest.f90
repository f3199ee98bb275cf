subroutine warp_affine(src, dst, m, w, h, fill)
  implicit none
  integer, intent(in) :: w, h
  real, intent(in) :: src(0:w-1, 0:h-1), m(3, 2), fill
  real, intent(out) :: dst(0:w-1, 0:h-1)
  integer :: x, y
  real :: fx, fy

  dst = fill
  do y = 0, h - 1
    do x = 0, w - 1
      fx = m(1, 1)*x + m(2, 1)*y + m(3, 1)
      fy = m(1, 2)*x + m(2, 2)*y + m(3, 2)
      if (fx >= 0.0 .and. fx < w .and. fy >= 0.0 .and. fy < h) dst(x, y) = src(int(fx), int(fy))
    end do
  end do
end subroutine warp_affine
