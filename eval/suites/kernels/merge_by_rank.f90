subroutine merge_by_rank(left, m, right, n, rank)
  implicit none
  integer, intent(in) :: m, n
  integer, intent(in) :: left(m), right(n)
  integer, intent(out) :: rank(m + n)
  integer :: i

  do i = 1, m
    rank(i) = i - 1 + count(right < left(i))
  end do
  do i = 1, n
    rank(m + i) = i - 1 + count(left <= right(i))
  end do
end subroutine merge_by_rank
