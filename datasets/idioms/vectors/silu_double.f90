subroutine silu(x, y, n)
  use, intrinsic :: iso_fortran_env, only: int64, real64
  implicit none
  integer(int64), intent(in) :: n
  real(real64), intent(in) :: x(n)
  real(real64), intent(out) :: y(n)

  y = x / (1.0_real64 + exp(-x))
end subroutine silu
