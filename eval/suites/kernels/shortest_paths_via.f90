subroutine shortest_paths_via(distance, to_hub, from_hub, nodes)
  implicit none
  integer, intent(in) :: nodes
  real, intent(inout) :: distance(nodes, nodes)
  real, intent(in) :: to_hub(nodes), from_hub(nodes)
  integer :: from

  do from = 1, nodes
    where (to_hub(from) + from_hub < distance(:, from)) distance(:, from) = to_hub(from) + from_hub
  end do
end subroutine shortest_paths_via
