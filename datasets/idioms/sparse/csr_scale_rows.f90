subroutine scale_rows(values, offsets, s, nrows)
  implicit none
  real, intent(inout) :: values(*)
  integer, intent(in) :: offsets(*)
  real, intent(in) :: s(*)
  integer, intent(in) :: nrows
  integer :: r, p

  do r = 1, nrows
    do p = offsets(r) + 1, offsets(r + 1)
      values(p) = values(p) * s(r)
    end do
  end do
end subroutine scale_rows
