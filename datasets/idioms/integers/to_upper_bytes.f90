subroutine to_upper(text, len)
  implicit none
  integer, intent(in) :: len
  integer(1), intent(inout) :: text(len)
  integer(1), parameter :: a = iachar('a'), z = iachar('z')

  where (text >= a .and. text <= z) text = text - 32_1
end subroutine to_upper
