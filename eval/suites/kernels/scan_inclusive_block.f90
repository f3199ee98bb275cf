subroutine scan_inclusive_block(in, out, block_total, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n), block_total(*)
  integer :: i, running

  running = 0
  do i = 1, n
    if (mod(i - 1, 256) == 0) running = 0
    running = running + in(i)
    out(i) = running
    block_total((i - 1) / 256 + 1) = running
  end do
end subroutine scan_inclusive_block
