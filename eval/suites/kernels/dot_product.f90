subroutine dot_product_mixed(u, v, n, result)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: u(n), v(n)
  double precision, intent(out) :: result

  result = sum(dble(u) * dble(v))
end subroutine dot_product_mixed
