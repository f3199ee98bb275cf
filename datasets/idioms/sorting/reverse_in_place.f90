subroutine reverse(array, length)
  implicit none
  integer, intent(in) :: length
  integer(8), intent(inout) :: array(length)

  array = array(length:1:-1)
end subroutine reverse
