program truth_table
  implicit none
  logical :: p, q
  integer :: i, j

  do i = 0, 1
    do j = 0, 1
      p = i == 1
      q = j == 1
      print *, p, q, p .and. q, p .or. q, p .neqv. q
    end do
  end do
end program truth_table
