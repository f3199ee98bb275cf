subroutine invert2x2(m, inv, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: m(2, 2, n)
  real(8), intent(out) :: inv(2, 2, n)
  real(8) :: r
  integer :: i

  do i = 1, n
    r = 1.0d0 / (m(1, 1, i)*m(2, 2, i) - m(2, 1, i)*m(1, 2, i))
    inv(1, 1, i) = m(2, 2, i)*r
    inv(2, 1, i) = -m(2, 1, i)*r
    inv(1, 2, i) = -m(1, 2, i)*r
    inv(2, 2, i) = m(1, 1, i)*r
  end do
end subroutine invert2x2
