subroutine count_mismatches(predicted, expected, errors, n)
  integer, intent(in) :: n
  integer, intent(in) :: predicted(n), expected(n)
  integer, intent(inout) :: errors(1)

  errors(1) = errors(1) + count(predicted /= expected)
end subroutine count_mismatches
