subroutine sample_statistics(x, n, mean, stderr_out)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: x(n)
  double precision, intent(out) :: mean, stderr_out
  double precision :: second

  mean = sum(x) / n
  second = dot_product(x, x) / n
  stderr_out = sqrt(abs(second - mean**2) / n)
end subroutine sample_statistics
