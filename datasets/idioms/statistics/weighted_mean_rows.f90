subroutine weighted_mean(v, w, out, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: v(cols, rows), w(cols)
  real, intent(out) :: out(rows)
  real :: den
  integer :: i

  den = sum(w)
  if (den /= 0.0) then
    do i = 1, rows
      out(i) = dot_product(w, v(:, i)) / den
    end do
  else
    out = 0.0
  end if
end subroutine weighted_mean
