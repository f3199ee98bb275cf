subroutine rusanov(q, flux, speed, face, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: q(n), flux(n), speed(n)
  real, intent(out) :: face(*)
  real :: sl, sr
  integer :: i

  do i = 1, n - 1
    sl = abs(speed(i))
    sr = abs(speed(i + 1))
    if (.not. sl > sr) sl = sr
    face(i) = 0.5 * (flux(i) + flux(i + 1)) - 0.5 * sl * (q(i + 1) - q(i))
  end do
end subroutine rusanov
