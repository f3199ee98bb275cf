subroutine caesar(in, out, shift, n)
  implicit none
  integer, intent(in) :: shift, n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n)
  integer :: i

  do i = 1, n
    select case (in(i))
    case (65:90)
      out(i) = mod(in(i) - 65 + shift + 26, 26) + 65
    case default
      out(i) = in(i)
    end select
  end do
end subroutine caesar
