subroutine kmeans_assign(points, clusters, dims, data, centre, label)
  implicit none
  integer, intent(in) :: points, clusters, dims
  real, intent(in) :: data(dims, points), centre(dims, clusters)
  integer, intent(out) :: label(points)
  real :: nearest, distance
  integer :: p, c, d

  do p = 1, points
    nearest = 3.0e38
    label(p) = -1
    do c = 1, clusters
      distance = 0.0
      do d = 1, dims
        distance = distance + (data(d, p) - centre(d, c)) * (data(d, p) - centre(d, c))
      end do
      if (distance < nearest) then
        nearest = distance
        label(p) = c - 1
      end if
    end do
  end do
end subroutine kmeans_assign
