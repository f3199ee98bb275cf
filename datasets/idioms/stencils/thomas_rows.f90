subroutine back_substitute_rows(w, piv, d, rows, n)
  implicit none
  integer, intent(in) :: rows, n
  double precision, intent(in) :: w(n), piv(n)
  double precision, intent(inout) :: d(n, rows)
  integer :: r, i

  do r = 1, rows
    do i = 2, n
      d(i, r) = d(i, r) - w(i)*d(i-1, r)
    end do
    do i = n - 1, 1, -1
      d(i, r) = (d(i, r) - piv(i)*d(i+1, r)) * 0.5d0
    end do
  end do
end subroutine back_substitute_rows
