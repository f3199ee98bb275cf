subroutine downsample(src, dst, factor, out_len)
  implicit none
  real, intent(in) :: src(0:*)
  integer, intent(in) :: factor, out_len
  real, intent(out) :: dst(0:out_len-1)
  integer :: i

  dst = [(src(i * factor), i = 0, out_len - 1)]
end subroutine downsample
