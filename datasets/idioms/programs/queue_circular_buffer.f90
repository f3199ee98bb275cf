module queue_mod
  implicit none
  integer, parameter :: capacity = 4

  type :: queue
    integer :: data(0:capacity-1)
    integer :: head = 0, count = 0
  end type queue

contains

  logical function enqueue(q, v) result(ok)
    type(queue), intent(inout) :: q
    integer, intent(in) :: v

    ok = q%count < capacity
    if (.not. ok) return
    q%data(mod(q%head + q%count, capacity)) = v
    q%count = q%count + 1
  end function enqueue

  logical function dequeue(q, v) result(ok)
    type(queue), intent(inout) :: q
    integer, intent(out) :: v

    v = 0
    ok = q%count > 0
    if (.not. ok) return
    v = q%data(q%head)
    q%head = mod(q%head + 1, capacity)
    q%count = q%count - 1
  end function dequeue

end module queue_mod

program test_queue
  use queue_mod
  implicit none
  type(queue) :: q
  integer :: i, v

  do i = 1, 6
    if (.not. enqueue(q, 11 * i)) then
      print *, 'full at', i
      if (dequeue(q, v)) print *, 'dropped', v
    end if
  end do
  do
    if (.not. dequeue(q, v)) exit
    print *, 'got', v
  end do
end program test_queue
