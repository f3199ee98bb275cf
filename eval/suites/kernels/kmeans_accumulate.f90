subroutine kmeans_accumulate(data, label, total, members, points, dims)
  implicit none
  integer, intent(in) :: points, dims
  real, intent(in) :: data(dims, points)
  integer, intent(in) :: label(points)
  real, intent(inout) :: total(dims, 0:*)
  integer, intent(inout) :: members(0:*)
  integer :: p

  do p = 1, points
    members(label(p)) = members(label(p)) + 1
    total(:, label(p)) = total(:, label(p)) + data(:, p)
  end do
end subroutine kmeans_accumulate
