subroutine alternate_sign(a, n)
  integer, intent(in) :: n
  real, intent(inout) :: a(n)

  a(2:n:2) = -a(2:n:2)
end subroutine alternate_sign
