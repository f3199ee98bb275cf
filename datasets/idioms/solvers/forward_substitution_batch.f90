subroutine forward_substitution(l, b, n, nrhs)
  implicit none
  integer, intent(in) :: n, nrhs
  real, intent(in) :: l(n, n)
  real, intent(inout) :: b(nrhs, n)
  integer :: c, i, k
  real :: s

  do c = 1, nrhs
    do i = 1, n
      s = b(c, i)
      do k = 1, i - 1
        s = s - l(k, i) * b(c, k)
      end do
      b(c, i) = s / l(i, i)
    end do
  end do
end subroutine forward_substitution
