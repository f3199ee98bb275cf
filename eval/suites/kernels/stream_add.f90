subroutine stream_add(a, b, c, count)
  implicit none
  integer(8), intent(in) :: count
  real(8), intent(in) :: a(count), b(count)
  real(8), intent(out) :: c(count)
  integer(8) :: i

  do concurrent (i = 1:count)
    c(i) = a(i) + b(i)
  end do
end subroutine stream_add
