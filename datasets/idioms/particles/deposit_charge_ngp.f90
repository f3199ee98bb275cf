subroutine deposit(cell, charge, rho, inv_volume, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: cell(n)
  real, intent(in) :: charge(n), inv_volume
  real, intent(inout) :: rho(0:*)
  integer :: p

  do p = 1, n
    rho(cell(p)) = rho(cell(p)) + charge(p)*inv_volume
  end do
end subroutine deposit
