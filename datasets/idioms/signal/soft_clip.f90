subroutine soft_clip(samples, n, drive)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: samples(n)
  real, intent(in) :: drive
  real :: x
  integer :: i

  do i = 1, n
    x = samples(i) * drive
    if (x > 1.0) then
      samples(i) = 0.6666667
    else if (x < -1.0) then
      samples(i) = -0.6666667
    else
      samples(i) = x - x**3 / 3.0
    end if
  end do
end subroutine soft_clip
