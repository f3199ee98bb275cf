subroutine sort_rows(m, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real, intent(inout) :: m(cols, rows)
  real :: key
  integer :: r, i, j

  do r = 1, rows
    do i = 2, cols
      key = m(i, r)
      j = i - 1
      do while (j >= 1)
        if (.not. m(j, r) > key) exit
        m(j + 1, r) = m(j, r)
        j = j - 1
      end do
      m(j + 1, r) = key
    end do
  end do
end subroutine sort_rows
