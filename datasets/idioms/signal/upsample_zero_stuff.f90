subroutine zero_stuff(x, y, l, n)
  implicit none
  integer, intent(in) :: l, n
  double precision, intent(in) :: x(*)
  double precision, intent(out) :: y(n)
  integer :: i

  do i = 1, n
    if (mod(i - 1, l) == 0) then
      y(i) = x((i - 1) / l + 1)
    else
      y(i) = 0.0d0
    end if
  end do
end subroutine zero_stuff
