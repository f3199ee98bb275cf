subroutine alpha_blend(front, back, alpha, out, pixels)
  implicit none
  integer, intent(in) :: pixels
  real, intent(in) :: front(3, pixels), back(3, pixels), alpha(pixels)
  real, intent(out) :: out(3, pixels)
  integer :: p

  do p = 1, pixels
    out(:, p) = alpha(p)*front(:, p) + (1.0 - alpha(p))*back(:, p)
  end do
end subroutine alpha_blend
