subroutine wrap_positions(x, box, image, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: x(n)
  real, intent(in) :: box
  integer, intent(inout) :: image(n)
  integer :: i

  do i = 1, n
    if (x(i) >= box) then
      x(i) = x(i) - box
      image(i) = image(i) + 1
    else if (x(i) < 0.0) then
      x(i) = x(i) + box
      image(i) = image(i) - 1
    end if
  end do
end subroutine wrap_positions
