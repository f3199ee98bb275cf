subroutine minmax(v, range, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: v(n)
  integer, intent(inout) :: range(2)
  integer :: i

  do i = 1, n
    range(1) = min(range(1), v(i))
    range(2) = max(range(2), v(i))
  end do
end subroutine minmax
