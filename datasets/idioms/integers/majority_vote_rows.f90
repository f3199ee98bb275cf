subroutine majority(votes, winner, voters, items)
  implicit none
  integer, intent(in) :: voters, items
  integer, intent(in) :: votes(items, voters)
  integer, intent(out) :: winner(items)
  integer :: i

  do i = 1, items
    if (2 * count(votes(i, :) > 0) > voters) then
      winner(i) = 1
    else
      winner(i) = 0
    end if
  end do
end subroutine majority
