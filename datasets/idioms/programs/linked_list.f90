program linked_list
  implicit none

  type :: node
    integer :: value
    type(node), pointer :: next => null()
  end type node

  type(node), pointer :: head, current
  integer :: i, total

  nullify(head)
  do i = 1, 5
    allocate(current)
    current%value = 10 * i
    current%next => head
    head => current
  end do

  total = 0
  current => head
  do while (associated(current))
    print *, current%value
    total = total + current%value
    current => current%next
  end do
  print *, 'total =', total
end program linked_list
