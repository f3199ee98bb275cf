subroutine triangles_per_vertex(a, tri, n)
  implicit none
  integer, intent(in) :: n, a(n, n)
  integer, intent(out) :: tri(n)
  integer :: i, j, k

  tri = 0
  do i = 1, n
    do j = i + 1, n
      if (a(j, i) <= 0) cycle
      do k = j + 1, n
        if (a(k, j) > 0 .and. a(k, i) > 0) tri(i) = tri(i) + 1
      end do
    end do
  end do
end subroutine triangles_per_vertex
