subroutine get_diagonal(n, rowptr, col, val, diag)
  implicit none
  integer, intent(in) :: n, rowptr(*), col(*)
  double precision, intent(in) :: val(*)
  double precision, intent(out) :: diag(n)
  integer :: i, k

  diag = 0.0d0
  do i = 1, n
    do k = rowptr(i) + 1, rowptr(i + 1)
      if (col(k) == i - 1) then
        diag(i) = val(k)
        exit
      end if
    end do
  end do
end subroutine get_diagonal
