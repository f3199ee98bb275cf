subroutine bitonic_step(values, j, k, n)
  implicit none
  integer, intent(in) :: j, k, n
  real, intent(inout) :: values(0:n-1)
  integer :: i, partner
  logical :: up
  real :: t

  do i = 0, n - 1
    partner = ieor(i, j)
    if (partner <= i .or. partner >= n) cycle
    up = iand(i, k) == 0
    if ((up .and. values(i) > values(partner)) .or. (.not. up .and. values(i) < values(partner))) then
      t = values(i)
      values(i) = values(partner)
      values(partner) = t
    end if
  end do
end subroutine bitonic_step
