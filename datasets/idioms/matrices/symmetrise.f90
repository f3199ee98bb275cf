subroutine symmetrize(in, out, n)
  integer, intent(in) :: n
  real, dimension(n, n), intent(in) :: in
  real, dimension(n, n), intent(out) :: out

  out = 0.5 * (in + transpose(in))
end subroutine symmetrize
