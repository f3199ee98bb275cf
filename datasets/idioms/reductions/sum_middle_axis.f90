subroutine sum_axis1(in, out, outer, mid, inner)
  integer, intent(in) :: outer, mid, inner
  real, intent(in) :: in(inner, mid, outer)
  real, intent(out) :: out(inner, outer)

  out = sum(in, dim=2)
end subroutine sum_axis1
