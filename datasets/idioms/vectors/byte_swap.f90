subroutine swap_endian(data, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(inout) :: data(n)
  integer :: i, w, r

  do i = 1, n
    w = data(i)
    r = 0
    call mvbits(w, 0, 8, r, 24)
    call mvbits(w, 8, 8, r, 16)
    call mvbits(w, 16, 8, r, 8)
    call mvbits(w, 24, 8, r, 0)
    data(i) = r
  end do
end subroutine swap_endian
