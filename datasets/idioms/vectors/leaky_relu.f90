subroutine leaky_relu(input, output, n, slope)
  integer, intent(in) :: n
  real(4), intent(in) :: input(n), slope
  real(4), intent(out) :: output(n)

  output = merge(input, slope*input, input > 0)
end subroutine leaky_relu
