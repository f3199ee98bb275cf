subroutine haar_forward(s, approx, detail, half)
  implicit none
  integer, intent(in) :: half
  real(8), intent(in) :: s(2 * half)
  real(8), intent(out) :: approx(half), detail(half)
  real(8), parameter :: c = 0.70710678118654752d0

  approx = c * (s(1::2) + s(2::2))
  detail = c * (s(1::2) - s(2::2))
end subroutine haar_forward
