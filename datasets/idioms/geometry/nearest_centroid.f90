subroutine nearest_centroid(px, py, cx, cy, label, k, n)
  implicit none
  integer, intent(in) :: k, n
  real, intent(in) :: px(n), py(n), cx(k), cy(k)
  integer, intent(out) :: label(n)
  real :: best, d
  integer :: i, c

  do i = 1, n
    best = 3.0e38
    label(i) = 0
    do c = 1, k
      d = (px(i) - cx(c))**2 + (py(i) - cy(c))**2
      if (d < best) then
        best = d
        label(i) = c - 1
      end if
    end do
  end do
end subroutine nearest_centroid
