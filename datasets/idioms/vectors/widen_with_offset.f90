subroutine widen_indices(local, global, base, n)
  integer, intent(in) :: n
  integer, intent(in) :: local(n)
  integer(8), intent(out) :: global(n)
  integer(8), intent(in) :: base
  integer :: id

  do concurrent (id = 1:n)
    global(id) = base + int(local(id), 8)
  end do
end subroutine widen_indices
