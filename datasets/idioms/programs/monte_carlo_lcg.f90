program monte_carlo
  use, intrinsic :: iso_fortran_env, only: int64, real64
  implicit none
  integer, parameter :: samples = 20000
  integer(int64) :: state = 42
  integer :: i, inside
  real(real64) :: x, y

  inside = 0
  do i = 1, samples
    call next(x)
    call next(y)
    if (x**2 + y**2 <= 1.0_real64) inside = inside + 1
  end do
  print '(a, i0)', 'inside = ', inside
  print *, 'pi is about', 4.0_real64 * inside / samples

contains

  subroutine next(u)
    real(real64), intent(out) :: u
    state = mod(1103515245_int64 * state + 12345_int64, 2147483648_int64)
    u = real(state, real64) / 2147483648.0_real64
  end subroutine next

end program monte_carlo
