! One explicit step of the heat equation on a rod, and the heat that the rod holds.

subroutine heat_step(n, lambda, old, new)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: lambda
  real(8), intent(in) :: old(n)
  real(8), intent(inout) :: new(n)
  integer :: i

  ! the ends keep their temperature
  do i = 2, n - 1
    new(i) = old(i) + lambda * (old(i - 1) - 2.0d0 * old(i) + old(i + 1))
  end do
end subroutine heat_step

function heat_content(n, temperature, width) result(total)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: temperature(n), width
  real(8) :: total
  integer :: i

  total = 0.0d0
  do i = 1, n
    total = total + temperature(i) * width
  end do
end function heat_content
