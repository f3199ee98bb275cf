subroutine split_even_odd(n, v, even, odd)
  integer n, v(0:*), even(0:*), odd(0:*)
  integer i
  do i = 0, n - 1
    if (mod(i, 2) == 0) then
      even(i/2) = v(i)
    else
      odd(i/2) = v(i)
    end if
  end do
end subroutine split_even_odd
