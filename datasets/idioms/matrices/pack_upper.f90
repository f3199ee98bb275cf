subroutine pack_upper(full, packed, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: full(n, n)
  double precision, intent(out) :: packed(n*(n + 1)/2)
  integer :: i, j, k

  k = 0
  do i = 1, n
    do j = i, n
      k = k + 1
      packed(k) = full(j, i)
    end do
  end do
end subroutine pack_upper
