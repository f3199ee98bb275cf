subroutine decode_boxes(loc, prior, boxes, num)
  implicit none
  integer, intent(in) :: num
  real, intent(in) :: loc(4, num), prior(4, num)
  real, intent(out) :: boxes(4, num)
  real :: centre(2), size(2)
  integer :: i

  do i = 1, num
    centre = prior(1:2, i) + loc(1:2, i)*0.1*prior(3:4, i)
    size = prior(3:4, i)*exp(loc(3:4, i)*0.2)
    boxes(1:2, i) = centre - size/2
    boxes(3:4, i) = centre + size/2
  end do
end subroutine decode_boxes
