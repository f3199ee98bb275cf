subroutine lbm_macroscopic(f, cx, cy, rho, ux, uy, cells)
  implicit none
  integer, parameter :: nq = 9
  integer, intent(in) :: cells
  real, intent(in) :: f(cells, nq)
  integer, intent(in) :: cx(nq), cy(nq)
  real, intent(out) :: rho(cells), ux(cells), uy(cells)
  real :: r, mx, my
  integer :: c, q

  do c = 1, cells
    r = 0.0
    mx = 0.0
    my = 0.0
    do q = 1, nq
      r = r + f(c, q)
      mx = mx + f(c, q) * cx(q)
      my = my + f(c, q) * cy(q)
    end do
    rho(c) = r
    ux(c) = mx / r
    uy(c) = my / r
  end do
end subroutine lbm_macroscopic
