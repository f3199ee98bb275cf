subroutine bfs_expand(first_edge, head, frontier, seen, reached, vertices)
  implicit none
  integer, intent(in) :: vertices
  integer, intent(in) :: first_edge(0:vertices), head(0:*), frontier(0:vertices-1), seen(0:*)
  integer, intent(inout) :: reached(0:*)
  integer :: v, e

  do v = 0, vertices - 1
    if (frontier(v) > 0) then
      do e = first_edge(v), first_edge(v + 1) - 1
        if (seen(head(e)) <= 0) reached(head(e)) = 1
      end do
    end if
  end do
end subroutine bfs_expand
