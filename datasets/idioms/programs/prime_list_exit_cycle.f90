program list_primes
  implicit none
  integer :: found, candidate
  logical, external :: is_prime

  found = 0
  candidate = 1
  do
    candidate = candidate + 1
    if (.not. is_prime(candidate)) cycle
    found = found + 1
    print *, candidate
    if (found == 10) exit
  end do
  print *, 'The 10th prime is ', candidate
end program list_primes

logical function is_prime(n)
  implicit none
  integer, intent(in) :: n
  integer :: i

  is_prime = n >= 2
  i = 2
  do while (is_prime .and. i * i <= n)
    if (mod(n, i) == 0) is_prime = .false.
    i = i + 1
  end do
end function is_prime
