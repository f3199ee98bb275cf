subroutine lerp_arrays(from, to, out, t, count)
  implicit none
  integer, intent(in) :: count
  real, intent(in) :: from(*), to(*), t
  real, intent(out) :: out(*)
  integer :: i
  do i = 1, count
    out(i) = from(i) + t * (to(i) - from(i))
  end do
end subroutine
