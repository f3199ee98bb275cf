subroutine key_histogram(key, bin, n)
  implicit none
  integer, parameter :: num_keys = 16
  integer, intent(in) :: n
  integer, intent(in) :: key(n)
  integer, intent(inout) :: bin(0:num_keys-1)
  integer :: i, k

  do i = 1, n
    k = iand(key(i), num_keys - 1)
    bin(k) = bin(k) + 1
  end do
end subroutine key_histogram
