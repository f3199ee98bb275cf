subroutine kron(a, b, k, ra, ca, rb, cb)
  implicit none
  integer, intent(in) :: ra, ca, rb, cb
  integer, intent(in) :: a(ca, ra), b(cb, rb)
  integer, intent(out) :: k(cb, ca, rb, ra)
  integer :: ia, ib, ja

  do ia = 1, ra
    do ib = 1, rb
      do ja = 1, ca
        k(:, ja, ib, ia) = a(ja, ia) * b(:, ib)
      end do
    end do
  end do
end subroutine kron
