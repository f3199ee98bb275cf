subroutine graph_laplacian(nodes, start, nbr, x, lx)
  implicit none
  integer, intent(in) :: nodes, start(*), nbr(*)
  real(8), intent(in) :: x(*)
  real(8), intent(out) :: lx(*)
  integer :: i, k

  do i = 1, nodes
    lx(i) = 0d0
    do k = start(i), start(i + 1) - 1
      lx(i) = lx(i) + (x(i) - x(nbr(k + 1) + 1))
    end do
  end do
end subroutine graph_laplacian
