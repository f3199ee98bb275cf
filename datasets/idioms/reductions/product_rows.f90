subroutine row_products(p, likelihood, rows, cols)
  integer, intent(in) :: rows, cols
  double precision, intent(in) :: p(rows, cols)
  double precision, intent(out) :: likelihood(rows)

  likelihood = product(p, dim=2)
end subroutine row_products
