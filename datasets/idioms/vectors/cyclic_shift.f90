subroutine roll(in, out, shift, n)
  implicit none
  integer, intent(in) :: shift, n
  real, intent(in) :: in(0:n-1)
  real, intent(out) :: out(0:n-1)
  integer :: i

  do i = 0, n - 1
    out(modulo(i + shift, n)) = in(i)
  end do
end subroutine roll
