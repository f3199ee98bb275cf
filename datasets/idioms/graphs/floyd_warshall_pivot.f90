subroutine floyd_warshall_step(dist, out, k, n)
  implicit none
  integer, intent(in) :: k, n
  real, intent(in) :: dist(0:n-1, 0:*)
  real, intent(out) :: out(0:n-1, 0:*)
  real :: through
  integer :: i, j

  do i = 0, n - 1
    do j = 0, n - 1
      through = dist(k, i) + dist(j, k)
      out(j, i) = merge(through, dist(j, i), through < dist(j, i))
    end do
  end do
end subroutine floyd_warshall_step
