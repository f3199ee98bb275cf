subroutine count_hits(x, y, hits, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), y(n)
  integer, intent(inout) :: hits

  hits = hits + count(x**2 + y**2 <= 1.0)
end subroutine count_hits
