subroutine d2_fourth_order(u, d2u, n)
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  integer, intent(in) :: n
  real(dp), intent(in) :: u(n)
  real(dp), intent(inout) :: d2u(n)
  real(dp), parameter :: c(-2:2) = [-1/12._dp, 4/3._dp, -2.5_dp, 4/3._dp, -1/12._dp]
  integer :: i

  do i = 3, n - 2
    d2u(i) = dot_product(c, u(i-2:i+2))
  end do
end subroutine d2_fourth_order
