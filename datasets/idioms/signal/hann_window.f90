subroutine apply_hann(signal, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(inout) :: signal(0:n-1)
  real(8), parameter :: pi = 3.14159265358979323846d0
  integer :: i

  if (n <= 1) return
  do i = 0, n - 1
    signal(i) = signal(i) * 0.5d0 * (1.0d0 - cos(2.0d0 * pi * i / (n - 1)))
  end do
end subroutine apply_hann
