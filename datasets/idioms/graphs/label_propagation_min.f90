subroutine min_label(num_vertices, row, adj, label, next)
  implicit none
  integer, intent(in) :: num_vertices
  integer, intent(in) :: row(*), adj(*), label(*)
  integer, intent(out) :: next(*)
  integer :: v, k, best

  do v = 1, num_vertices
    best = label(v)
    do k = row(v) + 1, row(v + 1)
      best = min(best, label(adj(k) + 1))
    end do
    next(v) = best
  end do
end subroutine min_label
