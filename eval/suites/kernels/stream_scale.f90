subroutine stream_scale(b, c, factor, length)
  integer, intent(in) :: length
  real, intent(in) :: factor
  real, dimension(length), intent(out) :: b
  real, dimension(length), intent(in) :: c
  integer :: at

  do at = length, 1, -1
    b(at) = c(at) * factor
  end do
end subroutine stream_scale
