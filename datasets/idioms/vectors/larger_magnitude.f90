subroutine larger_magnitude(p, q, r, n)
  integer, intent(in) :: n
  real, intent(in) :: p(n), q(n)
  real, intent(out) :: r(n)

  r = merge(p, q, abs(p) >= abs(q))
end subroutine larger_magnitude
