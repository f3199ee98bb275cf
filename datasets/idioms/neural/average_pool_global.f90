subroutine forward_avgpool(n, w, h, c, input, output)
  implicit none
  integer, intent(in) :: n, w, h, c
  real, intent(in) :: input(w*h, c*n)
  real, intent(out) :: output(c*n)

  output = sum(input, dim=1) / (w*h)
end subroutine forward_avgpool
