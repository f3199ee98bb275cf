subroutine bezier(ctrl, curve, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: ctrl(2, 4)
  real(8), intent(out) :: curve(2, n)
  real(8) :: t, s
  integer :: i

  do i = 1, n
    t = dble(i - 1) / n
    s = 1.0d0 - t
    curve(:, i) = s**3 * ctrl(:, 1) + 3.0d0 * s**2 * t * ctrl(:, 2) &
                + 3.0d0 * s * t**2 * ctrl(:, 3) + t**3 * ctrl(:, 4)
  end do
end subroutine bezier
