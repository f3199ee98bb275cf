subroutine set_boundary(u, value, nx, ny)
  integer, intent(in) :: nx, ny
  real, intent(inout) :: u(nx, ny)
  real, intent(in) :: value

  if (nx < 1 .or. ny < 1) return
  u(:, 1) = value
  u(:, ny) = value
  u(1, :) = value
  u(nx, :) = value
end subroutine set_boundary
