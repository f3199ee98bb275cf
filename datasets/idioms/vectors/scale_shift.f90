subroutine scale_shift(x, scale, shift, len)
  integer, intent(in) :: len
  double precision, intent(inout) :: x(len)
  double precision, intent(in) :: scale, shift

  x = x * scale + shift
end subroutine scale_shift
