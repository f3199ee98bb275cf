subroutine scan_blocks(in, out, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n)
  integer :: i

  do i = 1, n
    out(i) = in(i)
    if (mod(i - 1, 64) /= 0) out(i) = out(i) + out(i - 1)
  end do
end subroutine scan_blocks
