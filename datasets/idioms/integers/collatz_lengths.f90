subroutine collatz(start, length, n)
  implicit none
  integer, parameter :: i8 = selected_int_kind(18)
  integer, intent(in) :: n, start(n)
  integer, intent(out) :: length(n)
  integer(i8) :: v
  integer :: i, steps

  do i = 1, n
    v = start(i)
    steps = 0
    do while (v > 1)
      if (mod(v, 2_i8) == 0) then
        v = v / 2
      else
        v = 3 * v + 1
      end if
      steps = steps + 1
    end do
    length(i) = steps
  end do
end subroutine collatz
