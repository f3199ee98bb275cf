program sort_test
  implicit none
  real(8), allocatable :: a(:)
  integer :: i

  a = [3.5d0, -1.0d0, 22.0d0, 0.25d0, 7.5d0, 7.5d0, -9.75d0, 4.0d0]
  call quicksort(a, 1, size(a))
  do i = 1, size(a)
    print *, a(i)
  end do

contains

  recursive subroutine quicksort(a, first, last)
    real(8), intent(inout) :: a(:)
    integer, intent(in) :: first, last
    real(8) :: pivot, t
    integer :: i, j

    pivot = a((first + last) / 2)
    i = first
    j = last
    do while (i <= j)
      do while (a(i) < pivot)
        i = i + 1
      end do
      do while (pivot < a(j))
        j = j - 1
      end do
      if (i <= j) then
        t = a(i); a(i) = a(j); a(j) = t
        i = i + 1
        j = j - 1
      end if
    end do
    if (first < j) call quicksort(a, first, j)
    if (i < last) call quicksort(a, i, last)
  end subroutine quicksort

end program sort_test
