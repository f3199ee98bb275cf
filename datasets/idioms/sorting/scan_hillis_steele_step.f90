subroutine scan_step(in, out, offset, n)
  implicit none
  integer, intent(in) :: offset, n
  integer, intent(in) :: in(0:*)
  integer, intent(out) :: out(0:*)
  integer :: i

  do i = 0, n - 1
    if (i >= offset) then
      out(i) = in(i) + in(i - offset)
    else
      out(i) = in(i)
    end if
  end do
end subroutine scan_step
