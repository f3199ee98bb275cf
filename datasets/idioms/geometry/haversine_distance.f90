subroutine haversine(lat1, lon1, lat2, lon2, km, n)
  implicit none
  integer, intent(in) :: n
  double precision, dimension(n), intent(in) :: lat1, lon1, lat2, lon2
  double precision, dimension(n), intent(out) :: km
  double precision, parameter :: r = 6371.0d0, rad = 3.14159265358979323846d0 / 180.0d0
  double precision :: dlat, dlon, a
  integer :: i

  do i = 1, n
    dlat = (lat2(i) - lat1(i)) * rad
    dlon = (lon2(i) - lon1(i)) * rad
    a = sin(dlat / 2)**2 + cos(lat1(i) * rad) * cos(lat2(i) * rad) * sin(dlon / 2)**2
    km(i) = 2.0d0 * r * atan2(sqrt(abs(a)), sqrt(abs(1.0d0 - a)))
  end do
end subroutine haversine
