subroutine complex_matvec(ar, ai, xr, xi, yr, yi, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(in) :: ar(cols, rows), ai(cols, rows), xr(cols), xi(cols)
  real, intent(out) :: yr(rows), yi(rows)
  complex :: s
  integer :: i, j

  do i = 1, rows
    s = (0.0, 0.0)
    do j = 1, cols
      s = s + cmplx(ar(j, i), ai(j, i)) * cmplx(xr(j), xi(j))
    end do
    yr(i) = real(s)
    yi(i) = aimag(s)
  end do
end subroutine complex_matvec
