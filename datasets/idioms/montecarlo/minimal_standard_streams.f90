subroutine lcg_streams(state, u, n)
  use, intrinsic :: iso_fortran_env, only: int64, real64
  implicit none
  integer, intent(in) :: n
  integer, intent(inout) :: state(n)
  real(real64), intent(out) :: u(n)
  integer(int64) :: s
  integer :: i

  do i = 1, n
    s = mod(16807_int64 * state(i), 2147483647_int64)
    state(i) = int(s)
    u(i) = real(s, real64) / 2147483647.0_real64
  end do
end subroutine lcg_streams
