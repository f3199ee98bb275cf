subroutine pairwise_distance(p, q, dist, np, nq, dim)
  implicit none
  integer, intent(in) :: np, nq, dim
  real, intent(in) :: p(dim, np), q(dim, nq)
  real, intent(out) :: dist(nq, np)
  integer :: i, j

  do i = 1, np
    do j = 1, nq
      dist(j, i) = sqrt(sum((p(:, i) - q(:, j))**2))
    end do
  end do
end subroutine pairwise_distance
