subroutine covariance(x, mu, c, nobs, nvar)
  implicit none
  integer, intent(in) :: nobs, nvar
  double precision, intent(in) :: x(nvar, nobs), mu(nvar)
  double precision, intent(out) :: c(nvar, nvar)
  integer :: i, j

  do i = 1, nvar
    do j = 1, nvar
      c(j, i) = dot_product(x(i, :) - mu(i), x(j, :) - mu(j)) / nobs
    end do
  end do
end subroutine covariance
