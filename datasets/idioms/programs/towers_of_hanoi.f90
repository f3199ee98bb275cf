module tower
  implicit none
  integer, save :: moves = 0
contains
  recursive subroutine hanoi(n, from, to, via)
    integer, intent(in) :: n
    character, intent(in) :: from, to, via

    if (n == 0) return
    call hanoi(n - 1, from, via, to)
    moves = moves + 1
    write(*, '(a, i0, 4a)') 'disk ', n, ' from ', from, ' to ', to
    call hanoi(n - 1, via, to, from)
  end subroutine hanoi
end module tower

program main
  use tower
  implicit none

  call hanoi(3, 'A', 'C', 'B')
  write(*, '(i0, a)') moves, ' moves'
end program main
