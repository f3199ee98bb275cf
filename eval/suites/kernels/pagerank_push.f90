subroutine pagerank_push(out_begin, out_to, rank, next, damping, pages)
  implicit none
  integer, intent(in) :: pages
  integer, intent(in) :: out_begin(0:pages), out_to(0:*)
  real(8), intent(in) :: rank(0:pages-1), damping
  real(8), intent(inout) :: next(0:*)
  integer :: p, l, links

  do p = 0, pages - 1
    links = out_begin(p + 1) - out_begin(p)
    do l = out_begin(p), out_begin(p + 1) - 1
      next(out_to(l)) = next(out_to(l)) + damping * rank(p) / links
    end do
  end do
end subroutine pagerank_push
