subroutine count_in_range(x, hits, lo, hi, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: x(n), lo, hi
  integer, intent(inout) :: hits(1)
  integer :: i

  do i = 1, n
    if (x(i) >= lo .and. x(i) < hi) hits(1) = hits(1) + 1
  end do
end subroutine count_in_range
