subroutine sample_cdf(cdf, u, choice, k, n)
  implicit none
  integer, intent(in) :: k, n
  real, intent(in) :: cdf(*), u(n)
  integer, intent(out) :: choice(n)
  integer :: i, c

  do i = 1, n
    c = 0
    do while (c < k - 1)
      if (.not. (u(i) > cdf(c + 1))) exit
      c = c + 1
    end do
    choice(i) = c
  end do
end subroutine sample_cdf
