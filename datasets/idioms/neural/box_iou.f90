subroutine box_iou(a, b, iou, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(4, n), b(4, n)
  real, intent(out) :: iou(n)
  real :: left, top, right, bottom, inter, area
  integer :: i

  do i = 1, n
    left = merge(a(1, i), b(1, i), a(1, i) > b(1, i))
    top = merge(a(2, i), b(2, i), a(2, i) > b(2, i))
    right = merge(a(3, i), b(3, i), a(3, i) < b(3, i))
    bottom = merge(a(4, i), b(4, i), a(4, i) < b(4, i))
    inter = 0.0
    if (right > left .and. bottom > top) inter = (right - left)*(bottom - top)
    area = (a(3, i) - a(1, i))*(a(4, i) - a(2, i)) + (b(3, i) - b(1, i))*(b(4, i) - b(2, i))
    iou(i) = inter/(area - inter + 1.0e-6)
  end do
end subroutine box_iou
