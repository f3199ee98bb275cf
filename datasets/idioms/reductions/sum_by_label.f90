subroutine sum_by_label(label, value, sums, counts, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: label(n)
  real, intent(in) :: value(n)
  real, intent(inout) :: sums(0:*)
  integer, intent(inout) :: counts(0:*)
  integer :: i, k

  do i = 1, n
    k = label(i)
    sums(k) = sums(k) + value(i)
    counts(k) = counts(k) + 1
  end do
end subroutine sum_by_label
