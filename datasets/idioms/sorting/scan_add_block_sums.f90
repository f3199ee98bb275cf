subroutine add_block_sums(data, sums, block_size, n)
  implicit none
  integer, intent(in) :: n, block_size
  integer, intent(inout) :: data(n)
  integer, intent(in) :: sums(*)
  integer :: i

  do i = 1, n
    data(i) = data(i) + sums((i - 1) / block_size + 1)
  end do
end subroutine add_block_sums
