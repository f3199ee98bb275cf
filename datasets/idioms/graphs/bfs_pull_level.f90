subroutine bfs_pull(n, offsets, neighbours, level_in, level_out, depth)
  implicit none
  integer, intent(in) :: n, depth
  integer, intent(in) :: offsets(n + 1), neighbours(*), level_in(*)
  integer, intent(out) :: level_out(n)
  integer :: v, e

  do v = 1, n
    level_out(v) = level_in(v)
    if (level_in(v) >= 0) cycle
    do e = offsets(v) + 1, offsets(v + 1)
      if (level_in(neighbours(e) + 1) == depth) then
        level_out(v) = depth + 1
        exit
      end if
    end do
  end do
end subroutine bfs_pull
