subroutine bilateral_filter_line(noisy, smooth, n, reach, sharpness)
  implicit none
  integer, intent(in) :: n, reach
  real, intent(in) :: noisy(n), sharpness
  real, intent(out) :: smooth(n)
  real :: weights, total, w
  integer :: i, j

  do i = 1, n
    weights = 1.0
    total = noisy(i)
    do j = max(i - abs(reach), 1), min(i + abs(reach), n)
      if (j == i) cycle
      w = 1.0 / (1.0 + abs(j - i) + sharpness * sharpness * (noisy(j) - noisy(i)) * (noisy(j) - noisy(i)))
      weights = weights + w
      total = total + w * noisy(j)
    end do
    smooth(i) = total / weights
  end do
end subroutine bilateral_filter_line
