subroutine mark_primes(flag, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(out) :: flag(0:n-1)
  integer :: v, d

  do v = 0, n - 1
    flag(v) = 0
    if (v < 2) cycle
    flag(v) = 1
    d = 2
    do while (d * d <= v)
      if (mod(v, d) == 0) then
        flag(v) = 0
        exit
      end if
      d = d + 1
    end do
  end do
end subroutine mark_primes
