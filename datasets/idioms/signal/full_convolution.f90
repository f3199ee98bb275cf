subroutine convolve_full(a, na, b, nb, c)
  implicit none
  integer, intent(in) :: na, nb
  double precision, intent(in) :: a(na), b(nb)
  double precision, intent(out) :: c(na + nb - 1)
  integer :: i, j, k

  do k = 1, na + nb - 1
    c(k) = 0.0d0
    do i = 1, na
      j = k - i + 1
      if (j < 1 .or. j > nb) cycle
      c(k) = c(k) + a(i) * b(j)
    end do
  end do
end subroutine convolve_full
