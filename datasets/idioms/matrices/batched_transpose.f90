subroutine batch_transpose(in, out, b, h, w)
  implicit none
  integer, intent(in) :: b, h, w
  real, intent(in) :: in(w, h, b)
  real, intent(out) :: out(h, w, b)
  integer :: k

  do k = 1, b
    out(:, :, k) = transpose(in(:, :, k))
  end do
end subroutine batch_transpose
