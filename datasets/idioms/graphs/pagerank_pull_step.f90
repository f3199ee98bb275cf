subroutine pagerank_step(in_offsets, in_edges, out_degree, rank, new_rank, damping, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: in_offsets(n + 1), in_edges(*), out_degree(*)
  real, intent(in) :: rank(*), damping
  real, intent(out) :: new_rank(n)
  integer :: v, e, u
  real :: s

  do v = 1, n
    s = 0.0
    do e = in_offsets(v) + 1, in_offsets(v + 1)
      u = in_edges(e) + 1
      if (out_degree(u) > 0) s = s + rank(u) / real(out_degree(u))
    end do
    new_rank(v) = (1.0 - damping) / real(n) + damping * s
  end do
end subroutine pagerank_step
