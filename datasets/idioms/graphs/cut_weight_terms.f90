subroutine cut_terms(u, v, w, side, term, num_edges)
  implicit none
  integer, intent(in) :: num_edges
  integer, intent(in) :: u(num_edges), v(num_edges), side(*)
  real, intent(in) :: w(num_edges)
  real, intent(out) :: term(num_edges)
  integer :: e

  do e = 1, num_edges
    term(e) = merge(w(e), 0.0, side(u(e) + 1) /= side(v(e) + 1))
  end do
end subroutine cut_terms
