subroutine fizz_buzz(code, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(out) :: code(n)
  integer :: k

  do k = 1, n
    if (mod(k, 15) == 0) then
      code(k) = 3
    elseif (mod(k, 5) == 0) then
      code(k) = 2
    elseif (mod(k, 3) == 0) then
      code(k) = 1
    else
      code(k) = 0
    endif
  end do
end subroutine fizz_buzz
