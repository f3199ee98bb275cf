subroutine add_weighted(a, b, c, wa, wb, size)
  implicit none
  integer, intent(in) :: wa, wb, size
  integer(1), intent(in) :: a(size), b(size)
  integer(1), intent(out) :: c(size)
  integer :: i, v

  do i = 1, size
    v = (iand(int(a(i)), 255)*wa + iand(int(b(i)), 255)*wb) / 8
    c(i) = int(max(min(v, 255), 0), 1)
  end do
end subroutine add_weighted
