subroutine any_above(x, limit, flag, n)
  integer, intent(in) :: n
  real, intent(in) :: x(n), limit
  integer, intent(inout) :: flag

  if (any(x > limit)) flag = 1
end subroutine any_above
