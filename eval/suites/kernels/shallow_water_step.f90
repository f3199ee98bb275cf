subroutine shallow_water_step(h, hu, h_new, hu_new, gravity, dt_dx, cells)
  implicit none
  integer, intent(in) :: cells
  real(8), intent(in) :: h(cells), hu(cells), gravity, dt_dx
  real(8), intent(inout) :: h_new(cells), hu_new(cells)
  real(8) :: fl, fr
  integer :: i

  do i = 2, cells - 1
    fl = hu(i-1)**2 / h(i-1) + 0.5d0 * gravity * h(i-1)**2
    fr = hu(i+1)**2 / h(i+1) + 0.5d0 * gravity * h(i+1)**2
    h_new(i) = 0.5d0 * (h(i-1) + h(i+1)) - 0.5d0 * dt_dx * (hu(i+1) - hu(i-1))
    hu_new(i) = 0.5d0 * (hu(i-1) + hu(i+1)) - 0.5d0 * dt_dx * (fr - fl)
  end do
end subroutine shallow_water_step
