subroutine histogram_bins(values, hist, lo, width, bins, n)
  implicit none
  integer, intent(in) :: bins, n
  real, intent(in) :: values(n), lo, width
  integer, intent(inout) :: hist(0:bins-1)
  real :: pos
  integer :: i

  do i = 1, n
    pos = (values(i) - lo) / width
    if (pos >= 0.0 .and. pos < bins) hist(int(pos)) = hist(int(pos)) + 1
  end do
end subroutine histogram_bins
