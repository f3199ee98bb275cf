subroutine to_cartesian(r, theta, phi, xyz, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: r(n), theta(n), phi(n)
  double precision, intent(out) :: xyz(n, 3)

  xyz(:, 1) = r * sin(theta) * cos(phi)
  xyz(:, 2) = r * sin(theta) * sin(phi)
  xyz(:, 3) = r * cos(theta)
end subroutine to_cartesian
