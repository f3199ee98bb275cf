subroutine interleave(left, right, stereo, frames)
  implicit none
  integer, intent(in) :: frames
  real, intent(in) :: left(frames), right(frames)
  real, intent(out) :: stereo(2, frames)

  stereo(1, :) = left
  stereo(2, :) = right
end subroutine interleave
