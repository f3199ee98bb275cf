subroutine segment_mean(offset, x, mean, segments)
  implicit none
  integer, intent(in) :: segments
  integer, intent(in) :: offset(segments + 1)
  double precision, intent(in) :: x(0:*)
  double precision, intent(out) :: mean(segments)
  integer :: s, length

  do s = 1, segments
    length = offset(s + 1) - offset(s)
    if (length > 0) then
      mean(s) = sum(x(offset(s):offset(s + 1) - 1)) / length
    else
      mean(s) = 0.0d0
    end if
  end do
end subroutine segment_mean
