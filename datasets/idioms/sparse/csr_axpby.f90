subroutine csr_gemv(alpha, beta, a, ja, ia, m, x, y)
  implicit none
  double precision, intent(in) :: alpha, beta
  double precision, intent(in) :: a(*), x(*)
  integer, intent(in) :: ja(*), ia(*), m
  double precision, intent(inout) :: y(*)
  double precision :: t
  integer :: i, j

  do i = 1, m
     t = 0.0d0
     do j = ia(i) + 1, ia(i+1)
        t = t + a(j)*x(ja(j) + 1)
     end do
     if (beta == 0.0d0) then
        y(i) = alpha*t
     else
        y(i) = alpha*t + beta*y(i)
     end if
  end do
end subroutine csr_gemv
