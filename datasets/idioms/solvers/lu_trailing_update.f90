subroutine lu_update(a, k, n)
  implicit none
  integer, intent(in) :: k, n
  real, intent(inout) :: a(0:n-1, 0:*)
  integer :: row, col

  do row = k + 1, n - 1
    do col = k + 1, n - 1
      a(col, row) = a(col, row) - a(k, row) * a(col, k)
    end do
  end do
end subroutine lu_update
