subroutine count_nonzero(x, tally, n)
  integer, intent(in) :: n
  real, intent(in) :: x(n)
  integer, intent(inout) :: tally

  tally = tally + count(x /= 0.0)
end subroutine count_nonzero
