subroutine batched_matvec(a, x, y, batch, n)
  implicit none
  integer, intent(in) :: batch, n
  real, intent(in) :: a(n, n, batch), x(n, batch)
  real, intent(out) :: y(n, batch)
  integer :: b

  do b = 1, batch
    y(:, b) = matmul(x(:, b), a(:, :, b))
  end do
end subroutine batched_matvec
