subroutine backsub(n, r, ldr, b)
  implicit none
  integer n, ldr
  double precision r(ldr, *), b(*)
  integer i, j
  double precision temp

  do 20 j = n, 1, -1
    if (b(j) .eq. 0.0d0) go to 20
    b(j) = b(j)/r(j, j)
    temp = b(j)
    do 10 i = j - 1, 1, -1
      b(i) = b(i) - temp*r(i, j)
10  continue
20 continue
end subroutine backsub
