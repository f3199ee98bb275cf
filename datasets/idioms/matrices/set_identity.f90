subroutine set_identity(m, n)
  implicit none
  integer, intent(in) :: n
  real, intent(out) :: m(n, n)
  integer :: i

  m = 0.0
  do i = 1, n
    m(i, i) = 1.0
  end do
end subroutine set_identity
