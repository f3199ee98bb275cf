subroutine floyd_warshall_step(dist, out, k, n)
  implicit none
  integer, intent(in) :: k, n
  real, intent(in) :: dist(0:*)
  real, intent(out) :: out(0:*)
  real :: through
  integer :: i, j

  do i = 0, n - 1
    do j = 0, n - 1
      through = dist(i * n + k) + dist(k * n + j)
      out(i * n + j) = merge(through, dist(i * n + j), through < dist(i * n + j))
    end do
  end do
end subroutine floyd_warshall_step
