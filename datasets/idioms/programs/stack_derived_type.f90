module stack_mod
  implicit none

  type :: stack
    integer :: top = 0
    integer :: items(100)
  contains
    procedure :: push
    procedure :: pop
    procedure :: empty
  end type stack

contains

  subroutine push(this, value)
    class(stack), intent(inout) :: this
    integer, intent(in) :: value
    this%top = this%top + 1
    this%items(this%top) = value
  end subroutine push

  integer function pop(this)
    class(stack), intent(inout) :: this
    pop = this%items(this%top)
    this%top = this%top - 1
  end function pop

  logical function empty(this)
    class(stack), intent(in) :: this
    empty = this%top == 0
  end function empty

end module stack_mod

program test_stack
  use stack_mod
  implicit none
  type(stack) :: s
  integer :: i

  do i = 1, 5
    call s%push(i * i)
  end do
  print *, 'size', s%top
  do while (.not. s%empty())
    print *, 'popped', s%pop()
  end do
end program test_stack
