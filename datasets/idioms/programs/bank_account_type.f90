module accounts
  implicit none

  type account
    character(len=20) :: owner = ''
    double precision :: balance = 0.0d0
  end type account

contains

  subroutine deposit(acc, amount)
    type(account), intent(inout) :: acc
    double precision, intent(in) :: amount
    acc%balance = acc%balance + amount
  end subroutine deposit

  subroutine withdraw(acc, amount, ok)
    type(account), intent(inout) :: acc
    double precision, intent(in) :: amount
    logical, intent(out) :: ok

    ok = amount <= acc%balance
    if (ok) acc%balance = acc%balance - amount
  end subroutine withdraw

end module accounts

program bank
  use accounts
  implicit none
  type(account) :: acc
  logical :: ok

  acc%owner = 'Ada'
  call deposit(acc, 150.0d0)
  call deposit(acc, 49.5d0)
  call withdraw(acc, 500.0d0, ok)
  if (ok) then
    print *, 'Withdrawal accepted'
  else
    print *, 'Withdrawal refused'
  end if
  call withdraw(acc, 99.5d0, ok)
  write(*, '(a, a, f0.2)') trim(acc%owner), ' has ', acc%balance
end program bank
