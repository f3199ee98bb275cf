subroutine gather(nz, y, x, indx)
  implicit none
  integer, intent(in) :: nz
  real, intent(in) :: y(*)
  real, intent(out) :: x(*)
  integer, intent(in) :: indx(*)
  integer :: i

  do concurrent (i = 1:nz)
    x(i) = y(indx(i) + 1)
  end do
end subroutine gather
