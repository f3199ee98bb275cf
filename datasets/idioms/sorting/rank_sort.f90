subroutine rank_sort(in, out, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n)
  integer :: i, place

  do i = 1, n
    place = 1 + count(in < in(i)) + count(in(1:i-1) == in(i))
    out(place) = in(i)
  end do
end subroutine rank_sort
