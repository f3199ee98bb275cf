subroutine random_walk(steps, pos, walkers, length)
  implicit none
  integer, intent(in) :: walkers, length
  integer, intent(in) :: steps(length, walkers)
  integer, intent(out) :: pos(walkers)
  integer :: w

  do w = 1, walkers
    pos(w) = sum(merge(1, -1, btest(steps(:, w), 0)))
  end do
end subroutine random_walk
