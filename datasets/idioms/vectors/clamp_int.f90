subroutine clamp_values(values, lo, hi, n)
  implicit none
  integer, intent(in) :: n, lo, hi
  integer, intent(inout) :: values(n)
  integer :: i

  do i = 1, n
    if (values(i) < lo) then
      values(i) = lo
    else if (values(i) > hi) then
      values(i) = hi
    end if
  end do
end subroutine clamp_values
