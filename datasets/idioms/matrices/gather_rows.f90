subroutine gather_rows(src, rows, dst, count, dim)
  implicit none
  integer, intent(in) :: count, dim
  real, intent(in) :: src(dim, 0:*)
  integer, intent(in) :: rows(count)
  real, intent(out) :: dst(dim, count)
  integer :: r

  do r = 1, count
    dst(:, r) = src(:, rows(r))
  end do
end subroutine gather_rows
