subroutine copy_block(src, lds, dst, ldd, h, w)
  implicit none
  integer, intent(in) :: lds, ldd, h, w
  real, intent(in) :: src(0:lds-1, 0:*)
  real, intent(inout) :: dst(0:ldd-1, 0:*)
  integer :: i, j

  do i = 0, h - 1
    do j = 0, w - 1
      dst(j, i) = src(j, i)
    end do
  end do
end subroutine copy_block
