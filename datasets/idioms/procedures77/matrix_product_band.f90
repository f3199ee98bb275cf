      subroutine bandmv(n, ml, mu, ab, ldab, x, y)
      integer n, ml, mu, ldab
      double precision ab(0:*), x(*), y(*)
      integer i, j
      do 10 i = 1, n
         y(i) = 0.0d0
   10 continue
      do 30 j = 1, n
         do 20 i = max(1, j - mu), min(n, j + ml)
            y(i) = y(i) + ab(mu + i - j + (j - 1)*ldab)*x(j)
   20    continue
   30 continue
      return
      end subroutine bandmv
