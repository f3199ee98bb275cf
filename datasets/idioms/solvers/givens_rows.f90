subroutine apply_givens(a, p, q, c, s, ncols)
  implicit none
  integer, intent(in) :: p, q, ncols
  double precision, intent(inout) :: a(*)
  double precision, intent(in) :: c, s
  double precision :: x, y
  integer :: j, ip, iq

  ip = p * ncols
  iq = q * ncols
  do j = 1, ncols
    x = a(ip + j)
    y = a(iq + j)
    a(ip + j) = c * x + s * y
    a(iq + j) = -s * x + c * y
  end do
end subroutine apply_givens
