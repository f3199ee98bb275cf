program search
  implicit none
  integer :: v(20), keys(4), i, where_found

  v = [(3 * i, i = 1, 20)]
  keys = [3, 30, 31, 60]
  do i = 1, size(keys)
    where_found = binary_search(v, keys(i))
    if (where_found > 0) then
      write(*, '(i0, a, i0)') keys(i), ' found at ', where_found
    else
      write(*, '(i0, a)') keys(i), ' not found'
    end if
  end do

contains

  integer function binary_search(a, key) result(pos)
    integer, intent(in) :: a(:), key
    integer :: lo, hi, mid

    pos = 0
    lo = 1
    hi = size(a)
    do while (lo <= hi)
      mid = (lo + hi) / 2
      if (a(mid) == key) then
        pos = mid
        return
      else if (a(mid) < key) then
        lo = mid + 1
      else
        hi = mid - 1
      end if
    end do
  end function binary_search

end program search
