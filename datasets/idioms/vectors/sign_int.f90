subroutine sign_of(x, s, n)
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  integer, intent(out) :: s(n)

  s = 0
  where (x > 0.0) s = 1
  where (x < 0.0) s = -1
end subroutine sign_of
