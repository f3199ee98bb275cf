subroutine kmeans_assign(points, centers, nearest, n, k, dim)
  implicit none
  integer, intent(in) :: n, k, dim
  real, intent(in) :: points(dim, n), centers(dim, k)
  integer, intent(out) :: nearest(n)
  integer :: i, c
  real :: d, best

  do i = 1, n
    best = 1.0e30
    nearest(i) = -1
    do c = 1, k
      d = sum((points(:, i) - centers(:, c))**2)
      if (d < best) then
        best = d
        nearest(i) = c - 1
      end if
    end do
  end do
end subroutine kmeans_assign
