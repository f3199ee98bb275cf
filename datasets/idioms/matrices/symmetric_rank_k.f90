subroutine gram_matrix(x, g, samples, features)
  integer, intent(in) :: samples, features
  real, intent(in) :: x(features, samples)
  real, intent(out) :: g(features, features)

  g = matmul(x, transpose(x)) / samples
end subroutine gram_matrix
