subroutine bytes_to_unit(pixels, out, mean, std, n)
  use iso_c_binding, only: c_int8_t, c_float
  integer, intent(in) :: n
  integer(c_int8_t), intent(in) :: pixels(n)
  real(c_float), intent(out) :: out(n)
  real(c_float), intent(in) :: mean, std
  integer :: i

  do i = 1, n
    out(i) = (iand(int(pixels(i)), 255) / 255.0 - mean) / std
  end do
end subroutine bytes_to_unit
