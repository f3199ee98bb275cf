subroutine income_tax(income, tax, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: income(n)
  double precision, intent(out) :: tax(n)

  where (income <= 10.0d0)
    tax = 0.0d0
  elsewhere (income <= 40.0d0)
    tax = (income - 10.0d0) * 0.2d0
  elsewhere
    tax = 6.0d0 + (income - 40.0d0) * 0.4d0
  end where
end subroutine income_tax
