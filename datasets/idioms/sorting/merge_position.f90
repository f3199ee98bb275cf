subroutine merge_positions(a, na, b, nb, pos)
  implicit none
  integer, intent(in) :: na, nb
  real, intent(in) :: a(na), b(0:nb-1)
  integer, intent(out) :: pos(na)
  integer :: i, lo, hi, mid

  do i = 1, na
    lo = 0
    hi = nb
    do while (lo < hi)
      mid = (lo + hi) / 2
      if (b(mid) < a(i)) then
        lo = mid + 1
      else
        hi = mid
      end if
    end do
    pos(i) = i - 1 + lo
  end do
end subroutine merge_positions
