subroutine half_size(in, out, ow, oh)
  implicit none
  integer, intent(in) :: ow, oh
  real, intent(in) :: in(2*ow, 2*oh)
  real, intent(out) :: out(ow, oh)

  out = 0.25*(in(1::2, 1::2) + in(2::2, 1::2) + in(1::2, 2::2) + in(2::2, 2::2))
end subroutine half_size
