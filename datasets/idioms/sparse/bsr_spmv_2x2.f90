subroutine bsr_mult(nb, brow, bcol, blocks, x, y)
  implicit none
  integer, intent(in) :: nb
  integer, intent(in) :: brow(*), bcol(*)
  real, intent(in) :: blocks(2, 2, *), x(2, *)
  real, intent(out) :: y(2, *)
  integer :: ib, k, c

  do ib = 1, nb
    y(:, ib) = 0.0
    do k = brow(ib) + 1, brow(ib + 1)
      c = bcol(k) + 1
      y(1, ib) = y(1, ib) + dot_product(blocks(:, 1, k), x(:, c))
      y(2, ib) = y(2, ib) + dot_product(blocks(:, 2, k), x(:, c))
    end do
  end do
end subroutine bsr_mult
