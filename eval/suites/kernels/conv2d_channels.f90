subroutine conv2d_channels(in, weight, bias, out, in_c, out_c, h, w)
  implicit none
  integer, intent(in) :: in_c, out_c, h, w
  real, intent(in) :: in(w + 2, h + 2, in_c), weight(3, 3, in_c, out_c), bias(out_c)
  real, intent(out) :: out(w, h, out_c)
  real :: total
  integer :: o, y, x

  do o = 1, out_c
    do y = 1, h
      do x = 1, w
        total = bias(o) + sum(weight(:, :, :, o) * in(x:x+2, y:y+2, :))
        if (total > 0.0) then
          out(x, y, o) = total
        else
          out(x, y, o) = 0.0
        end if
      end do
    end do
  end do
end subroutine conv2d_channels
