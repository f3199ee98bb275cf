subroutine kron(a, b, k, ra, ca, rb, cb)
  implicit none
  integer, intent(in) :: ra, ca, rb, cb
  integer, intent(in) :: a(0:ca-1, 0:ra-1), b(0:cb-1, 0:rb-1)
  integer, intent(out) :: k(0:ca*cb-1, 0:ra*rb-1)
  integer :: i, j

  do i = 0, ra*rb - 1
    do j = 0, ca*cb - 1
      k(j, i) = a(j/cb, i/rb) * b(mod(j, cb), mod(i, rb))
    end do
  end do
end subroutine kron
