subroutine to_digits(numbers, digits, base, width, n)
  implicit none
  integer, intent(in) :: base, width, n
  integer, intent(in) :: numbers(n)
  integer, intent(inout) :: digits(width, n)
  integer :: i, k, v

  if (base < 2) return
  do i = 1, n
    v = abs(numbers(i))
    do k = width, 1, -1
      digits(k, i) = mod(v, base)
      v = v / base
    end do
  end do
end subroutine to_digits
