subroutine triangle_areas(verts, tri, area, num_tri)
  implicit none
  integer, intent(in) :: num_tri
  double precision, intent(in) :: verts(3, 0:*)
  integer, intent(in) :: tri(3, num_tri)
  double precision, intent(out) :: area(num_tri)
  double precision :: u(3), v(3), w(3)
  integer :: t

  do t = 1, num_tri
    u = verts(:, tri(2, t)) - verts(:, tri(1, t))
    v = verts(:, tri(3, t)) - verts(:, tri(1, t))
    w = [u(2)*v(3) - u(3)*v(2), u(3)*v(1) - u(1)*v(3), u(1)*v(2) - u(2)*v(1)]
    area(t) = 0.5d0 * sqrt(dot_product(w, w))
  end do
end subroutine triangle_areas
