subroutine count_out_degree(src, degree, num_edges)
  implicit none
  integer, intent(in) :: num_edges
  integer, intent(in) :: src(num_edges)
  integer, intent(inout) :: degree(*)
  integer :: e, v

  do e = 1, num_edges
    v = src(e) + 1
    degree(v) = degree(v) + 1
  end do
end subroutine count_out_degree
