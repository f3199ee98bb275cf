subroutine flip_horizontal(src, dst, width, height, channels)
  integer, intent(in) :: width, height, channels
  integer, intent(in) :: src(channels, width, height)
  integer, intent(out) :: dst(channels, width, height)

  dst = src(:, width:1:-1, :)
end subroutine flip_horizontal
