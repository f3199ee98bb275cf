subroutine cell_index(x, y, cell, inv_size, nx, ny, n)
  implicit none
  integer, intent(in) :: nx, ny, n
  real, intent(in) :: x(n), y(n), inv_size
  integer, intent(out) :: cell(n)
  integer :: i

  do i = 1, n
    cell(i) = bin(y(i)*inv_size, ny)*nx + bin(x(i)*inv_size, nx)
  end do

contains

  pure integer function bin(f, cells)
    real, intent(in) :: f
    integer, intent(in) :: cells
    bin = 0
    if (f > 0.0) then
      bin = cells - 1
      if (f < cells - 1) bin = int(f)
    end if
  end function bin

end subroutine cell_index
