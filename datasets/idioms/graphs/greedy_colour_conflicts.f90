subroutine find_conflicts(xadj, adjncy, colour, conflict, nv)
  implicit none
  integer, intent(in) :: xadj(0:*), adjncy(0:*), colour(0:*)
  integer, intent(out) :: conflict(0:*)
  integer, intent(in) :: nv
  integer :: u, w, k

  do u = 0, nv - 1
    conflict(u) = 0
    do k = xadj(u), xadj(u + 1) - 1
      w = adjncy(k)
      if (w < u .and. colour(w) == colour(u)) conflict(u) = 1
    end do
  end do
end subroutine find_conflicts
