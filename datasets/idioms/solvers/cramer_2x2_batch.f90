subroutine solve2x2(m, b, x, count)
  implicit none
  integer, intent(in) :: count
  real, intent(in) :: m(2, 2, count), b(2, count)
  real, intent(out) :: x(2, count)
  real :: det
  integer :: i

  do i = 1, count
    det = m(1, 1, i) * m(2, 2, i) - m(2, 1, i) * m(1, 2, i)
    if (det == 0.0) then
      x(:, i) = 0.0
      cycle
    end if
    x(1, i) = (b(1, i) * m(2, 2, i) - m(2, 1, i) * b(2, i)) / det
    x(2, i) = (m(1, 1, i) * b(2, i) - b(1, i) * m(1, 2, i)) / det
  end do
end subroutine solve2x2
