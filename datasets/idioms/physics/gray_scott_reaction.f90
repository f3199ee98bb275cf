subroutine gray_scott(u, v, un, vn, du, dv, f, k, w, h)
  implicit none
  integer, intent(in) :: w, h
  real, intent(in) :: u(w, h), v(w, h), du, dv, f, k
  real, intent(inout) :: un(w, h), vn(w, h)
  real :: lu, lv, uvv
  integer :: x, y

  do y = 2, h - 1
    do x = 2, w - 1
      lu = u(x-1, y) + u(x+1, y) + u(x, y-1) + u(x, y+1) - 4.0 * u(x, y)
      lv = v(x-1, y) + v(x+1, y) + v(x, y-1) + v(x, y+1) - 4.0 * v(x, y)
      uvv = u(x, y) * v(x, y) * v(x, y)
      un(x, y) = u(x, y) + du * lu - uvv + f * (1.0 - u(x, y))
      vn(x, y) = v(x, y) + dv * lv + uvv - (f + k) * v(x, y)
    end do
  end do
end subroutine gray_scott
