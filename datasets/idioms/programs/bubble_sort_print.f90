program bubble
  implicit none
  integer :: a(8)

  data a /42, 7, 19, -3, 88, 0, 23, 7/
  call bubble_sort(a, 8)
  write(*, '(a, 8(1x, i0))') 'Sorted array:', a

contains

  subroutine bubble_sort(x, n)
    integer, intent(in) :: n
    integer, intent(inout) :: x(n)
    integer :: i, j, temp

    do i = n - 1, 1, -1
      do j = 1, i
        if (x(j) > x(j + 1)) then
          temp = x(j)
          x(j) = x(j + 1)
          x(j + 1) = temp
        end if
      end do
    end do
  end subroutine bubble_sort

end program bubble
