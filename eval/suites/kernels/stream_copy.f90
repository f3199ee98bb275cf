subroutine stream_copy(target, origin, length)
  implicit none
  integer(8), intent(in) :: length
  real(8), intent(out) :: target(length)
  real(8), intent(in) :: origin(length)

  target(:) = origin(:)
end subroutine stream_copy
