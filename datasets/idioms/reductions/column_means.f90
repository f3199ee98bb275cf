subroutine col_means(x, mu, n, p)
  implicit none
  integer, intent(in) :: n, p
  double precision, intent(in) :: x(p, n)
  double precision, intent(out) :: mu(p)
  integer :: i

  mu = 0.0d0
  do i = 1, n
    mu = mu + x(:, i)
  end do
  mu = mu / n
end subroutine col_means
