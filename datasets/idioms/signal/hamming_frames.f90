subroutine window_frames(audio, frames, num_frames, frame_len, hop)
  implicit none
  integer, intent(in) :: num_frames, frame_len, hop
  real, intent(in) :: audio(0:*)
  real, intent(out) :: frames(0:frame_len-1, 0:*)
  integer :: f, i

  do f = 0, num_frames - 1
    do i = 0, frame_len - 1
      frames(i, f) = (0.54 - 0.46 * cos(6.2831853 * i / frame_len)) * audio(f * hop + i)
    end do
  end do
end subroutine window_frames
