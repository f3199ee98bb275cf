subroutine burgers_godunov(u, flux, faces)
  implicit none
  integer, intent(in) :: faces
  real(8), intent(in) :: u(faces + 1)
  real(8), intent(out) :: flux(faces)
  real(8) :: star
  integer :: f

  do f = 1, faces
    star = 0d0
    if (u(f) > u(f + 1)) then
      star = merge(u(f), u(f + 1), u(f) + u(f + 1) > 0d0)
    else if (u(f) > 0d0) then
      star = u(f)
    else if (u(f + 1) < 0d0) then
      star = u(f + 1)
    end if
    flux(f) = 0.5d0 * star**2
  end do
end subroutine burgers_godunov
