subroutine degree_from_adjacency(adj, deg, n)
  implicit none
  integer, intent(in) :: n
  integer(1), intent(in) :: adj(n, n)
  integer, intent(out) :: deg(n)

  deg = count(adj /= 0, dim=1)
end subroutine degree_from_adjacency
