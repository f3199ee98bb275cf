subroutine histogram(data, hist, lo, width, nbins, n)
  implicit none
  integer, intent(in) :: nbins, n
  real, intent(in) :: data(n), lo, width
  integer, intent(inout) :: hist(0:nbins-1)
  real :: t
  integer :: i

  do i = 1, n
    t = (data(i) - lo) / width
    if (t >= 0.0 .and. t < real(nbins)) hist(int(t)) = hist(int(t)) + 1
  end do
end subroutine histogram
