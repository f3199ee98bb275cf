subroutine xorshift_step(state, n)
  use iso_fortran_env, only: int32
  implicit none
  integer, intent(in) :: n
  integer(int32), intent(inout) :: state(n)
  integer(int32) :: x
  integer :: i

  do i = 1, n
    x = state(i)
    x = ieor(x, shiftl(x, 13))
    x = ieor(x, shiftr(x, 17))
    x = ieor(x, shiftl(x, 5))
    state(i) = x
  end do
end subroutine xorshift_step
