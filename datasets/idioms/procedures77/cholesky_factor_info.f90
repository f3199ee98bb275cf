      subroutine chol(a, lda, n, info)
      integer lda, n, info
      double precision a(lda, *)
      double precision t, s
      integer i, j, k
      if (lda .lt. n) then
         info = -2
         return
      end if
      do 30 j = 1, n
         info = j
         s = 0.0d0
         do 20 k = 1, j - 1
            t = a(k, j)
            do 10 i = 1, k - 1
               t = t - a(i, k)*a(i, j)
   10       continue
            t = t/a(k, k)
            a(k, j) = t
            s = s + t*t
   20    continue
         s = a(j, j) - s
         if (.not. s .gt. 0.0d0) go to 40
         a(j, j) = dsqrt(s)
   30 continue
      info = 0
   40 continue
      return
      end subroutine chol
