subroutine arrhenius(t, k, a, b, ea, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: t(n), a, b, ea
  real, intent(out) :: k(n)
  real, parameter :: r = 8.314
  real :: temp
  integer :: i

  do i = 1, n
    temp = abs(t(i)) + 1.0
    k(i) = a * temp**b * exp(-ea / (r * temp))
  end do
end subroutine arrhenius
