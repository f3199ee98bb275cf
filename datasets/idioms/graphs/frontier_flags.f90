subroutine mark_frontier(cost, mask, flags, current, n)
  implicit none
  integer, intent(in) :: n, current
  integer, intent(in) :: cost(n), mask(n)
  integer, intent(out) :: flags(n)

  flags = merge(1, 0, mask /= 0 .and. cost == current)
end subroutine mark_frontier
