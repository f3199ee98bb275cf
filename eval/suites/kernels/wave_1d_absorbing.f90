subroutine wave_1d_absorbing(previous, current, next, courant, points)
  implicit none
  integer, intent(in) :: points
  real(8), intent(in) :: previous(points), current(*), courant
  real(8), intent(out) :: next(points)
  real(8) :: c2, k
  integer :: i

  c2 = courant**2
  k = (courant - 1d0) / (courant + 1d0)
  do i = 1, points
    if (i == 1) then
      next(i) = current(i + 1) + k * (current(i + 1) - current(i))
    else if (i == points) then
      next(i) = current(i - 1) + k * (current(i - 1) - current(i))
    else
      next(i) = 2d0 * (1d0 - c2) * current(i) - previous(i) + c2 * (current(i - 1) + current(i + 1))
    end if
  end do
end subroutine wave_1d_absorbing
