subroutine count_char(s, c, count, n)
  implicit none
  integer, intent(in) :: n
  integer(1), intent(in) :: s(n), c
  integer, intent(inout) :: count
  integer :: i

  do i = 1, n
    if (s(i) == c) count = count + 1
  end do
end subroutine count_char
