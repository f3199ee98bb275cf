subroutine quantize_int8(weights, scale, code, rows, per_row)
  implicit none
  integer, intent(in) :: rows, per_row
  real, intent(in) :: weights(per_row, rows), scale(rows)
  integer(1), intent(out) :: code(per_row, rows)
  real :: steps
  integer :: r, k, whole

  do r = 1, rows
    do k = 1, per_row
      steps = weights(k, r) / scale(r)
      whole = 0
      if (steps >= 127.0) then
        whole = 127
      else if (steps <= -127.0) then
        whole = -127
      else if (steps > -127.0) then
        whole = int(steps + sign(0.5, steps))
      end if
      code(k, r) = int(whole, 1)
    end do
  end do
end subroutine quantize_int8
