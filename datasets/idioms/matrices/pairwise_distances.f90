subroutine sqdist(p, q, d, np, nq, dim)
  implicit none
  integer, intent(in) :: np, nq, dim
  real, intent(in) :: p(dim, np), q(dim, nq)
  real, intent(out) :: d(nq, np)
  integer :: i, j

  do i = 1, np
    do j = 1, nq
      d(j, i) = sum((p(:, i) - q(:, j))**2)
    end do
  end do
end subroutine sqdist
