subroutine count_inversions_adjacent(v, bad, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: v(*)
  integer, intent(out) :: bad
  integer :: i

  bad = 0
  do i = 1, n - 1
    if (v(i) > v(i+1)) bad = bad + 1
  end do
end subroutine count_inversions_adjacent
