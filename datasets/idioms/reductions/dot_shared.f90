subroutine dot_add(a, b, result, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: a(n), b(n)
  real, intent(inout) :: result

  result = result + dot_product(a, b)
end subroutine dot_add
