subroutine trace(a, tr, n)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: a(n, n)
  real(8), intent(inout) :: tr
  integer :: i

  do i = 1, n
    tr = tr + a(i, i)
  end do
end subroutine trace
