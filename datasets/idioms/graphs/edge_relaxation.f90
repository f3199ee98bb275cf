subroutine relax_edges(m, from, to, weight, dist, new_dist)
  implicit none
  integer, intent(in) :: m
  integer, intent(in) :: from(m), to(m), weight(m), dist(*)
  integer, intent(inout) :: new_dist(*)
  integer :: e, t

  do e = 1, m
    t = to(e) + 1
    new_dist(t) = min(new_dist(t), dist(from(e) + 1) + weight(e))
  end do
end subroutine relax_edges
