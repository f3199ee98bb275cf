subroutine add_bias(output, biases, batch, n, size)
  implicit none
  integer, intent(in) :: batch, n, size
  real, intent(inout) :: output(size, n, batch)
  real, intent(in) :: biases(n)
  integer :: i

  do i = 1, n
    output(:, i, :) = output(:, i, :) + biases(i)
  end do
end subroutine add_bias
