subroutine gather_scaled(table, index, weight, out, n)
  implicit none
  real, intent(in) :: table(*)
  integer, intent(in) :: n
  integer, intent(in) :: index(n)
  real, intent(in) :: weight(n)
  real, intent(out) :: out(n)
  integer :: i

  do i = 1, n
    out(i) = weight(i) * table(index(i) + 1)
  end do
end subroutine gather_scaled
