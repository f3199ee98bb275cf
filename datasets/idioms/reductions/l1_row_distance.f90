subroutine l1_to_query(points, query, dist, n, dim)
  implicit none
  integer, intent(in) :: n, dim
  real, intent(in) :: points(dim, n), query(dim)
  real, intent(out) :: dist(n)

  dist = sum(abs(points - spread(query, 2, n)), dim=1)
end subroutine l1_to_query
