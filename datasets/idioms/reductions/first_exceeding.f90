subroutine first_exceeding(x, level, first, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: x(n), level
  integer, intent(inout) :: first
  integer :: i

  do i = 1, n
    if (x(i) > level) then
      first = min(first, i - 1)
      exit
    end if
  end do
end subroutine first_exceeding
