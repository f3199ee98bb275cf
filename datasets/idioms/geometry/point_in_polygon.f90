subroutine points_in_polygon(px, py, vx, vy, inside, nverts, npts)
  implicit none
  integer, intent(in) :: nverts, npts
  real, intent(in) :: px(npts), py(npts), vx(nverts), vy(nverts)
  integer, intent(out) :: inside(npts)
  logical :: c
  integer :: i, j, k

  do k = 1, npts
    c = .false.
    j = nverts
    do i = 1, nverts
      if ((vy(i) > py(k)) .neqv. (vy(j) > py(k))) then
        if (px(k) < (vx(j) - vx(i)) * (py(k) - vy(i)) / (vy(j) - vy(i)) + vx(i)) c = .not. c
      end if
      j = i
    end do
    inside(k) = merge(1, 0, c)
  end do
end subroutine points_in_polygon
