      subroutine divdif(n, x, f)
      integer n
      double precision x(0:n-1), f(0:n-1)
      integer i, j
      do 2 j = 1, n - 1
         do 1 i = n - 1, j, -1
            f(i) = (f(i) - f(i-1))/(x(i) - x(i-j))
    1    continue
    2 continue
      end subroutine divdif
