subroutine chroma_key(rgb, mask, n, key_r, key_g, key_b, tol)
  implicit none
  integer, intent(in) :: n, key_r, key_g, key_b, tol
  integer(1), intent(in) :: rgb(3, n)
  integer(1), intent(out) :: mask(n)
  integer :: i, d(3)

  do i = 1, n
    d = iand(int(rgb(:, i)), 255) - [key_r, key_g, key_b]
    mask(i) = merge(0_1, 1_1, sum(d**2) <= tol**2)
  end do
end subroutine chroma_key
