subroutine pearson(a, b, r, rows, len)
  implicit none
  integer, intent(in) :: rows, len
  real, intent(in) :: a(len, rows), b(len, rows)
  real, intent(out) :: r(rows)
  real :: sx, sy, sxx, syy, sxy
  integer :: i, k

  do i = 1, rows
    sx = 0.; sy = 0.; sxx = 0.; syy = 0.; sxy = 0.
    do k = 1, len
      sx = sx + a(k, i)
      sy = sy + b(k, i)
      sxx = sxx + a(k, i)**2
      syy = syy + b(k, i)**2
      sxy = sxy + a(k, i) * b(k, i)
    end do
    r(i) = (len * sxy - sx * sy) / (sqrt(abs(len * sxx - sx * sx) + 1.0) * sqrt(abs(len * syy - sy * sy) + 1.0))
  end do
end subroutine pearson
