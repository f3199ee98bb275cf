subroutine hypotenuse(a, b, c, n)
  implicit none
  integer, intent(in) :: n
  real, dimension(n), intent(in) :: a, b
  real, dimension(n), intent(out) :: c

  c = sqrt(a**2 + b**2)
end subroutine hypotenuse
