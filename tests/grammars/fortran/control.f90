subroutine control(a, n, mode)
  implicit none
  integer, intent(in) :: n, mode
  real, intent(inout) :: a(n, *)
  logical :: mask(n)
  integer :: i, j
  IF (N .EQ. 0) RETURN
  if (n == 1) then
    a(1, 1) = 0
  else if (n<=3 .and. mode/=2) then
    a(1:n:2, 1) = [(real(i), i = 1, n, 2)]
  ELSEIF (n >= 100) then
    goto 30
  else
    outer: do i = 1, n
      do while (a(i, 1) > 1.5e-3)
        a(i, 1) = a(i, 1) / 2
        if (a(i, 1) < 0) cycle outer
      enddo
      if (mode == i) exit outer
    end do outer
  end if
  select case (mode)
  case (:0)
    a(:, 1) = 0
  case (1, 3:5)
    where (a(:, 1) > 0)
      a(:, 1) = sqrt(a(:, 1))
    elsewhere (a(:, 1) < -1)
      a(:, 1) = -1
    elsewhere
      a(:, 1) = 1
    end where
  case default
    forall (i = 1:n, j = 1:2, i /= j) a(i, j) = i + j
    forall (i = 1:n)
      a(i, 1) = i
    end forall
  end select
  block
    integer :: k
    do concurrent (k = 1:n)
      mask(k) = a(k, 1) == 0
    end do
  end block
  do 10 i = 1, n
  do 10 j = 1, 2
10 a(i, j) = a(i, j) + 1
  do 20, i = 1, n
    if (i - 3) 15, 20, 20
15  continue
20 continue
30 go to (35, 40), mode
35 continue
40 stop 1
contains
  recursive integer function factorial(m) result(f)
    integer, value :: m
    f = 1
    if (m > 1) f = m * factorial(m - 1)
  end function
end subroutine control
