subroutine float_to_byte(src, dst, count)
  implicit none
  integer, intent(in) :: count
  real, intent(in) :: src(count)
  integer(1), intent(out) :: dst(count)
  integer :: i
  real :: v

  do i = 1, count
    v = src(i) * 255.0 + 0.5
    if (.not. (v > 0.0)) v = 0.0
    if (v > 255.0) v = 255.0
    dst(i) = int(int(v), 1)
  end do
end subroutine float_to_byte
