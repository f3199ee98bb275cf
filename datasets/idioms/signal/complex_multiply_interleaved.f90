subroutine spectrum_multiply(a, b, count, scale)
  implicit none
  integer, intent(in) :: count
  real, intent(inout) :: a(2, count)
  real, intent(in) :: b(2, count), scale
  real :: ar, ai
  integer :: i

  do i = 1, count
    ar = a(1, i)
    ai = a(2, i)
    a(1, i) = scale * (ar * b(1, i) - ai * b(2, i))
    a(2, i) = scale * (ar * b(2, i) + ai * b(1, i))
  end do
end subroutine spectrum_multiply
