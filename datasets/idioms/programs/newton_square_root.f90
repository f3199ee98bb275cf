program newton
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  real(dp) :: r
  integer :: its

  call newton_sqrt(2.0_dp, 1.0e-12_dp, r, its)
  write(*, 100) r, its
  call newton_sqrt(144.0_dp, 1.0e-12_dp, r, its)
  write(*, 100) r, its
100 format('root = ', f12.8, ' after ', i0, ' iterations')

contains

  subroutine newton_sqrt(a, tol, x, iterations)
    real(dp), intent(in) :: a, tol
    real(dp), intent(out) :: x
    integer, intent(out) :: iterations

    x = a
    iterations = 0
    do while (abs(x * x - a) > tol)
      x = 0.5_dp * (x + a / x)
      iterations = iterations + 1
    end do
  end subroutine newton_sqrt

end program newton
