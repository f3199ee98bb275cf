program pascal
  implicit none
  integer, parameter :: rows = 7
  integer :: line(rows) = 0
  integer :: r, k

  do r = 1, rows
    line(r) = 1
    do k = r - 1, 2, -1
      line(k) = line(k) + line(k - 1)
    end do
    write(*, '(*(i0, 1x))') line(1:r)
  end do
end program pascal
