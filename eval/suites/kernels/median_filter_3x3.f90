subroutine median_filter_3x3(rows, cols, noisy, clean)
  implicit none
  integer, intent(in) :: rows, cols
  integer, intent(in) :: noisy(cols, rows)
  integer, intent(inout) :: clean(cols, rows)
  integer :: window(9), r, c, k, place

  do r = 2, rows - 1
    do c = 2, cols - 1
      window = reshape(noisy(c-1:c+1, r-1:r+1), [9])
      do k = 1, 9
        place = count(window < window(k))
        if (place <= 4 .and. place + count(window == window(k)) > 4) clean(c, r) = window(k)
      end do
    end do
  end do
end subroutine median_filter_3x3
