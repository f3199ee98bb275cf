subroutine stencil_1d_radius(in, out, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: in(n)
  real, intent(out) :: out(n)
  integer :: i

  do i = 1, n
    out(i) = sum(in(max(i - 3, 1):min(i + 3, n)))
  end do
end subroutine stencil_1d_radius
