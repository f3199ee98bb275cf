subroutine bit_reverse(in, out, nbits, n)
  implicit none
  integer, intent(in) :: nbits, n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n)
  integer :: i, b, v, r

  do i = 1, n
    v = in(i)
    r = 0
    do b = 1, nbits
      r = ior(ishft(r, 1), iand(v, 1))
      v = ishft(v, -1)
    end do
    out(i) = r
  end do
end subroutine bit_reverse
