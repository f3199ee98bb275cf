subroutine segmented_reduce(values, segment_end, largest, total, segments)
  implicit none
  integer, intent(in) :: segments, segment_end(segments + 1)
  real(8), intent(in) :: values(*)
  real(8), intent(out) :: largest(segments), total(segments)
  integer :: s, v

  do s = 1, segments
    largest(s) = -1.0d300
    total(s) = 0d0
    do v = segment_end(s) + 1, segment_end(s + 1)
      total(s) = total(s) + values(v)
      if (largest(s) < values(v)) largest(s) = values(v)
    end do
  end do
end subroutine segmented_reduce
