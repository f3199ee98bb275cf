subroutine welford(samples, mean, m2, count, width)
  implicit none
  integer, intent(in) :: count, width
  double precision, intent(in) :: samples(width, count)
  double precision, intent(out) :: mean(width), m2(width)
  double precision :: delta
  integer :: c, k

  do c = 1, width
    mean(c) = 0.0d0
    m2(c) = 0.0d0
    do k = 1, count
      delta = samples(c, k) - mean(c)
      mean(c) = mean(c) + delta / k
      m2(c) = m2(c) + delta * (samples(c, k) - mean(c))
    end do
  end do
end subroutine welford
