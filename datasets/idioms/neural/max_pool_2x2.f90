subroutine maxpool2x2(in, out, argmax, channels, oh, ow)
  implicit none
  integer, intent(in) :: channels, oh, ow
  real, intent(in) :: in(0:*)
  real, intent(out) :: out(0:ow-1, 0:oh-1, 0:channels-1)
  integer, intent(out) :: argmax(0:ow-1, 0:oh-1, 0:channels-1)
  integer :: c, x, y, dx, dy, at

  out = -1.0e30
  argmax = -1
  do c = 0, channels - 1
    do y = 0, oh - 1
      do x = 0, ow - 1
        do dy = 0, 1
          do dx = 0, 1
            at = (c*2*oh + 2*y + dy)*2*ow + 2*x + dx
            if (in(at) > out(x, y, c)) then
              out(x, y, c) = in(at)
              argmax(x, y, c) = at
            end if
          end do
        end do
      end do
    end do
  end do
end subroutine maxpool2x2
