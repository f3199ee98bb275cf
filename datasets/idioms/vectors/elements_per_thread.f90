subroutine square_add(a, b, c, n)
  integer, intent(in) :: n
  integer, intent(in) :: a(n), b(n)
  integer, intent(out) :: c(n)
  c = a*a + b*b
end subroutine square_add
