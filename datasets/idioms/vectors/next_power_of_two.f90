subroutine next_pow2(x, p, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: x(n)
  integer, intent(out) :: p(n)
  integer :: i, r

  do i = 1, n
    r = 1
    do while (r < x(i))
      r = 2 * r
    end do
    p(i) = r
  end do
end subroutine next_pow2
