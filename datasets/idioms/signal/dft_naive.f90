subroutine dft(re, im, out_re, out_im, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: re(0:n-1), im(0:n-1)
  real, intent(out) :: out_re(0:n-1), out_im(0:n-1)
  real, parameter :: two_pi = 6.28318530718
  real :: angle, c, s, sr, si
  integer :: k, j

  do k = 0, n - 1
    sr = 0.0
    si = 0.0
    do j = 0, n - 1
      angle = -two_pi * mod(k * j, n) / n
      c = cos(angle)
      s = sin(angle)
      sr = sr + re(j) * c - im(j) * s
      si = si + re(j) * s + im(j) * c
    end do
    out_re(k) = sr
    out_im(k) = si
  end do
end subroutine dft
