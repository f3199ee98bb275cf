program digit_sum
  implicit none
  integer :: number, n, total, digits

  number = 98765
  n = number
  total = 0
  digits = 0
  do while (n > 0)
    total = total + mod(n, 10)
    n = n / 10
    digits = digits + 1
  end do
  print *, "Number:", number
  print *, "Digits:", digits
  print *, "Digit sum:", total
end program digit_sum
