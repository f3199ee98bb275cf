subroutine jacobi_csr(n, ptr, idx, a, b, xold, xnew)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: ptr(n+1), idx(*)
  real(8), intent(in) :: a(*), b(n), xold(*)
  real(8), intent(out) :: xnew(n)
  real(8) :: sigma, d
  integer :: i, j, c

  do i = 1, n
    sigma = 0.0d0
    d = 1.0d0
    do j = ptr(i) + 1, ptr(i+1)
      c = idx(j) + 1
      if (c == i) then
        d = a(j)
      else
        sigma = sigma + a(j) * xold(c)
      end if
    end do
    xnew(i) = (b(i) - sigma) / d
  end do
end subroutine jacobi_csr
