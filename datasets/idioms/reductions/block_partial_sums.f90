subroutine partial_sums(in, out, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(*)
  integer, parameter :: block = 128
  integer :: first, b

  b = 0
  do first = 1, n, block
    b = b + 1
    out(b) = sum(in(first:min(first + block - 1, n)))
  end do
end subroutine partial_sums
