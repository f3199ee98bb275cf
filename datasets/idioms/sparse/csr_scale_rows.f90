subroutine scale_rows(values, offsets, s, nrows)
  implicit none
  real, intent(inout) :: values(*)
  integer, intent(in) :: offsets(*)
  real, intent(in) :: s(*)
  integer, intent(in) :: nrows
  integer :: r, first, last

  do r = 1, nrows
    first = offsets(r) + 1
    last = offsets(r + 1)
    values(first:last) = values(first:last) * s(r)
  end do
end subroutine scale_rows
