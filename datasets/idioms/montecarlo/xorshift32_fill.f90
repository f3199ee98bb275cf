subroutine xorshift_step(seeds, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(inout) :: seeds(n)
  integer :: i, x

  do i = 1, n
    x = seeds(i)
    x = ieor(x, ishft(x, 13))
    x = ieor(x, ishft(x, -17))
    x = ieor(x, ishft(x, 5))
    seeds(i) = x
  end do
end subroutine xorshift_step
