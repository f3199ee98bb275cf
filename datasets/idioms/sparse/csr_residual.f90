subroutine csr_residual_abs(nrow, ia, ja, a, x, rhs, r)
  integer, intent(in) :: nrow, ia(*), ja(*)
  double precision, intent(in) :: a(*), x(*), rhs(*)
  double precision, intent(out) :: r(*)
  double precision :: s
  integer :: i, jj

  do i = 1, nrow
     s = rhs(i)
     do jj = ia(i) + 1, ia(i+1)
        s = s - a(jj)*x(ja(jj) + 1)
     enddo
     r(i) = dabs(s)
  enddo
end subroutine csr_residual_abs
