subroutine monte_carlo_pi(seeds, streams, draws, inside)
  implicit none
  integer, intent(in) :: streams, draws
  integer, intent(in) :: seeds(streams)
  integer(8), intent(inout) :: inside
  integer(8), parameter :: low_bits = 4294967295_8
  integer(8) :: state
  real :: x, y
  integer :: s, d

  do s = 1, streams
    state = iand(int(seeds(s), 8), low_bits)
    do d = 1, draws
      state = iand(state * 1664525_8 + 1013904223_8, low_bits)
      x = real(ishft(state, -8)) / 16777216.0
      state = iand(state * 1664525_8 + 1013904223_8, low_bits)
      y = real(ishft(state, -8)) / 16777216.0
      if (x * x + y * y < 1.0) inside = inside + 1
    end do
  end do
end subroutine monte_carlo_pi
