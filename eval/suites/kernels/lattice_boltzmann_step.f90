subroutine lattice_boltzmann_step(f, f_new, ny, nx, tau)
  implicit none
  integer, intent(in) :: ny, nx
  real(8), intent(in) :: f(0:nx-1, 0:ny-1, 9), tau
  real(8), intent(out) :: f_new(0:nx-1, 0:ny-1, 9)
  integer, parameter :: cx(9) = [0, 1, 0, -1, 0, 1, -1, -1, 1], cy(9) = [0, 0, 1, 0, -1, 1, 1, -1, -1]
  real(8), parameter :: w(9) = [4d0 / 9, 1d0 / 9, 1d0 / 9, 1d0 / 9, 1d0 / 9, 1d0 / 36, 1d0 / 36, 1d0 / 36, 1d0 / 36]
  real(8) :: pulled(9), rho, ux, uy, along
  integer :: x, y, q

  do y = 0, ny - 1
    do x = 0, nx - 1
      do q = 1, 9
        pulled(q) = f(modulo(x - cx(q), nx), modulo(y - cy(q), ny), q)
      end do
      rho = sum(pulled)
      ux = sum(cx * pulled) / rho
      uy = sum(cy * pulled) / rho
      do q = 1, 9
        along = cx(q) * ux + cy(q) * uy
        f_new(x, y, q) = pulled(q) + (w(q) * rho * (1d0 - 1.5d0 * (ux**2 + uy**2) + 3d0 * along + 4.5d0 * along**2) - pulled(q)) / tau
      end do
    end do
  end do
end subroutine lattice_boltzmann_step
