subroutine lotka_volterra_step(prey, pred, a, b, c, d, h, cells)
  implicit none
  integer, intent(in) :: cells
  real, intent(inout) :: prey(cells), pred(cells)
  real, intent(in) :: a, b, c, d, h
  real :: x, y
  integer :: i

  do i = 1, cells
    x = prey(i)
    y = pred(i)
    prey(i) = x + h * (a * x - b * x * y)
    pred(i) = y + h * (d * x * y - c * y)
  end do
end subroutine lotka_volterra_step
