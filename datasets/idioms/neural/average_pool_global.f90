subroutine forward_avgpool(n, w, h, c, input, output)
  implicit none
  integer, intent(in) :: n, w, h, c
  real, intent(in) :: input(w, h, c, n)
  real, intent(out) :: output(c, n)
  real :: total
  integer :: i, j, k, ch

  do k = 1, n
    do ch = 1, c
      total = 0.0
      do j = 1, h
        do i = 1, w
          total = total + input(i, j, ch, k)
        end do
      end do
      output(ch, k) = total / (w*h)
    end do
  end do
end subroutine forward_avgpool
