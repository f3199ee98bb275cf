subroutine polygon_areas(x, y, first, area, polygons)
  implicit none
  integer, intent(in) :: polygons
  double precision, intent(in) :: x(0:*), y(0:*)
  integer, intent(in) :: first(polygons + 1)
  double precision, intent(out) :: area(polygons)
  integer :: p, i, j

  area(:) = 0.0d0
  do p = 1, polygons
    do i = first(p), first(p + 1) - 1
      j = i + 1
      if (j == first(p + 1)) j = first(p)
      area(p) = area(p) + 0.5d0 * (x(i) * y(j) - x(j) * y(i))
    end do
  end do
end subroutine polygon_areas
