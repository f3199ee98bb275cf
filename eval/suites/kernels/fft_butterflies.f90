subroutine fft_butterflies(re, im, cosine, sine, half, groups)
  implicit none
  integer, intent(in) :: half, groups
  real(8), intent(inout) :: re(half, 2, groups), im(half, 2, groups)
  real(8), intent(in) :: cosine(half), sine(half)
  real(8) :: tr, ti
  integer :: g, k

  do g = 1, groups
    do k = 1, half
      tr = cosine(k) * re(k, 2, g) + sine(k) * im(k, 2, g)
      ti = cosine(k) * im(k, 2, g) - sine(k) * re(k, 2, g)
      re(k, 2, g) = re(k, 1, g) - tr
      im(k, 2, g) = im(k, 1, g) - ti
      re(k, 1, g) = re(k, 1, g) + tr
      im(k, 1, g) = im(k, 1, g) + ti
    end do
  end do
end subroutine fft_butterflies
