subroutine compound(balance, rate, deposit, years, accounts)
  implicit none
  integer, intent(in) :: years, accounts
  double precision, intent(inout) :: balance(accounts)
  double precision, intent(in) :: rate(accounts), deposit
  integer :: y

  do y = 1, years
    balance = balance * (1.0d0 + rate / 100.0d0) + deposit
  end do
end subroutine compound
