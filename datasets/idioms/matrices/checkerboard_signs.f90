subroutine cofactor_signs(a, n)
  integer, intent(in) :: n
  real, intent(inout) :: a(n, n)
  integer :: i

  do i = 1, n
    if (mod(i, 2) == 1) then
      a(2:n:2, i) = -a(2:n:2, i)
    else
      a(1:n:2, i) = -a(1:n:2, i)
    end if
  end do
end subroutine cofactor_signs
