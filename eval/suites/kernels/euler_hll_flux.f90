subroutine euler_hll_flux(faces, gamma, rho, vel, pressure, mass, momentum)
  implicit none
  integer, intent(in) :: faces
  real(8), intent(in) :: gamma, rho(faces + 1), vel(faces + 1), pressure(faces + 1)
  real(8), intent(out) :: mass(faces), momentum(faces)
  real(8) :: cl, cr, sl, sr, ml, mr, pl, pr
  integer :: l, r

  do l = 1, faces
    r = l + 1
    cl = sqrt(gamma * pressure(l) / rho(l))
    cr = sqrt(gamma * pressure(r) / rho(r))
    sl = vel(r) - cr
    if (vel(l) - cl < sl) sl = vel(l) - cl
    sr = vel(r) + cr
    if (vel(l) + cl > sr) sr = vel(l) + cl
    ml = rho(l) * vel(l)
    mr = rho(r) * vel(r)
    pl = ml * vel(l) + pressure(l)
    pr = mr * vel(r) + pressure(r)
    if (sl >= 0d0) then
      mass(l) = ml
      momentum(l) = pl
    else if (sr <= 0d0) then
      mass(l) = mr
      momentum(l) = pr
    else
      mass(l) = (sr * ml - sl * mr + sl * sr * (rho(r) - rho(l))) / (sr - sl)
      momentum(l) = (sr * pl - sl * pr + sl * sr * (mr - ml)) / (sr - sl)
    end if
  end do
end subroutine euler_hll_flux
