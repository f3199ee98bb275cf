subroutine apply_hann(frame, length)
  implicit none
  integer, intent(in) :: length
  real, intent(inout) :: frame(0:length-1)
  real, parameter :: two_pi = 6.2831853
  integer :: i

  do i = 0, length - 1
    frame(i) = frame(i) * 0.5 * (1.0 - cos(two_pi * i / length))
  end do
end subroutine apply_hann
