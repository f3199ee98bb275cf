subroutine double2float(dst, src, n)
  implicit none
  integer, parameter :: sp = selected_real_kind(6), dp = selected_real_kind(15)
  integer(8), intent(in) :: n
  real(sp), intent(out) :: dst(n)
  real(dp), intent(in) :: src(n)

  dst = real(src, sp)
end subroutine double2float
