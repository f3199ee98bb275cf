subroutine prolong_add(coarse, fine, nf)
  integer, intent(in) :: nf
  real, intent(in) :: coarse(*)
  real, intent(inout) :: fine(nf)
  integer :: i, c

  do i = 1, nf, 2
    c = i/2 + 1
    fine(i) = fine(i) + coarse(c)
    if (i < nf) fine(i+1) = fine(i+1) + 0.5*(coarse(c) + coarse(c+1))
  end do
end subroutine prolong_add
