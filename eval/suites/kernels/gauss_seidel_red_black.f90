subroutine gauss_seidel_red_black(u, f, rows, cols, colour, omega)
  implicit none
  integer, intent(in) :: rows, cols, colour
  real, intent(in) :: f(0:cols-1, 0:rows-1), omega
  real, intent(inout) :: u(0:cols-1, 0:rows-1)
  real :: wanted
  integer :: i, j

  do i = 1, rows - 2
    do j = 1, cols - 2
      if (iand(i + j, 1) == iand(colour, 1)) then
        wanted = 0.25 * (u(j, i - 1) + u(j, i + 1) + u(j - 1, i) + u(j + 1, i) + f(j, i))
        u(j, i) = u(j, i) + omega * (wanted - u(j, i))
      end if
    end do
  end do
end subroutine gauss_seidel_red_black
