subroutine restrict_1d(fine, coarse, nc)
  implicit none
  integer, intent(in) :: nc
  double precision, intent(in) :: fine(0:*)
  double precision, intent(inout) :: coarse(0:*)
  integer :: i

  do i = 1, nc - 2
    coarse(i) = 0.25d0*fine(2*i-1) + 0.5d0*fine(2*i) + 0.25d0*fine(2*i+1)
  end do
end subroutine restrict_1d
