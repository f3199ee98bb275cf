subroutine norm2_squared(out, vec, dim)
  implicit none
  integer, intent(in) :: dim
  real(8), intent(inout) :: out(1)
  real(8), intent(in) :: vec(dim)

  out(1) = out(1) + dot_product(vec, vec)
end subroutine norm2_squared
