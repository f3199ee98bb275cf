subroutine average_ranks(x, rank, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: x(n)
  double precision, intent(out) :: rank(n)
  integer :: i

  do i = 1, n
    rank(i) = count(x < x(i)) + 0.5d0 * (count(x == x(i)) + 1)
  end do
end subroutine average_ranks
