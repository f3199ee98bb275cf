subroutine group_bounds(coord, lower, upper, groups, size)
  implicit none
  integer, intent(in) :: groups, size
  double precision, intent(in) :: coord(size, groups)
  double precision, intent(out) :: lower(groups), upper(groups)
  integer :: g, k

  lower = 1.0d30
  upper = -1.0d30
  do g = 1, groups
    do k = 1, size
      if (coord(k, g) < lower(g)) lower(g) = coord(k, g)
      if (coord(k, g) > upper(g)) upper(g) = coord(k, g)
    end do
  end do
end subroutine group_bounds
