subroutine bitonic_stage(keys, n, log_block, log_distance)
  implicit none
  integer, intent(in) :: n, log_block, log_distance
  integer, intent(inout) :: keys(0:n-1)
  integer :: i, partner, distance, swapped
  logical :: descending

  distance = ishft(1, iand(log_distance, 7))
  do i = 0, n - 1
    partner = ieor(i, distance)
    if (partner <= i .or. partner >= n) cycle
    descending = btest(i, iand(log_block, 7) + 1)
    if ((descending .and. keys(i) < keys(partner)) .or. (.not. descending .and. keys(partner) < keys(i))) then
      swapped = keys(i)
      keys(i) = keys(partner)
      keys(partner) = swapped
    end if
  end do
end subroutine bitonic_stage
