subroutine backward_bias(bias_updates, delta, batch, n, size)
  integer, intent(in) :: batch, n, size
  real, intent(inout) :: bias_updates(n)
  real, intent(in) :: delta(size, n, batch)
  integer :: i

  do i = 1, n
    bias_updates(i) = bias_updates(i) + sum(delta(:, i, :))
  end do
end subroutine backward_bias
