subroutine prolong_1d(coarse, fine, nf)
  implicit none
  integer, intent(in) :: nf
  real, intent(in) :: coarse(0:*)
  real, intent(inout) :: fine(0:*)
  integer :: i, c

  do i = 0, nf - 1
    c = i / 2
    if (btest(i, 0)) then
      fine(i) = fine(i) + 0.5 * (coarse(c) + coarse(c + 1))
    else
      fine(i) = fine(i) + coarse(c)
    end if
  end do
end subroutine prolong_1d
