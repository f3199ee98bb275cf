subroutine transpose_matrix(in, out, nx, ny)
  integer, intent(in) :: nx, ny
  real, intent(in) :: in(nx, ny)
  real, intent(out) :: out(ny, nx)

  out = transpose(in)
end subroutine transpose_matrix
