subroutine avgpool_grad(dout, din, channels, spatial)
  integer, intent(in) :: channels, spatial
  real, intent(in) :: dout(channels)
  real, intent(inout) :: din(spatial, channels)

  din = din + spread(dout / spatial, 1, spatial)
end subroutine avgpool_grad
