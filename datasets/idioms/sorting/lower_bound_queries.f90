subroutine lower_bound_all(sorted, n, query, result, q)
  implicit none
  integer, intent(in) :: n, q
  integer, intent(in) :: sorted(0:n-1), query(q)
  integer, intent(out) :: result(q)
  integer :: t

  do t = 1, q
    result(t) = lower_bound(query(t))
  end do

contains

  pure integer function lower_bound(key) result(first)
    integer, intent(in) :: key
    integer :: length, half

    first = 0
    length = n
    do while (length > 0)
      half = length / 2
      if (sorted(first + half) < key) then
        first = first + half + 1
        length = length - half - 1
      else
        length = half
      end if
    end do
  end function lower_bound

end subroutine lower_bound_all
