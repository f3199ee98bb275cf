program transpose_check
  implicit none
  integer, parameter :: rows = 2, cols = 3
  real :: a(rows, cols), t(cols, rows)
  integer :: i, j

  do j = 1, cols
    do i = 1, rows
      a(i, j) = 10.0 * i + j
    end do
  end do
  t = transpose(a)
  do j = 1, cols
    write(*, *) t(j, :)
  end do
  if (t(3, 2) /= 23.0) then
    print *, 'Error: wrong element'
    stop 1
  end if
  print *, 'All tests passed.'
end program transpose_check
