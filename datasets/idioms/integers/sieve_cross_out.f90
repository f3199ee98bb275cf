subroutine cross_out_multiples(composite, p, n)
  implicit none
  integer, intent(in) :: p, n
  integer(1), intent(inout) :: composite(0:n-1)

  if (p < 2) return
  composite(p*p:n-1:p) = 1_1
end subroutine cross_out_multiples
