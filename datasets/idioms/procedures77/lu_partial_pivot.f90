      subroutine lufac(n, a, lda, ipiv, info)
      integer n, lda, ipiv(*), info
      double precision a(lda, *), t
      integer i, j, k, l
      if (lda .lt. n) then
         info = -3
         return
      end if
      info = 0
      do 60 k = 1, n
         l = k
         do 10 i = k + 1, n
            if (dabs(a(i, k)) .gt. dabs(a(l, k))) l = i
   10    continue
         ipiv(k) = l
         if (a(l, k) .eq. 0.0d0) then
            if (info .eq. 0) info = k
            go to 60
         end if
         if (l .ne. k) then
            do 20 j = 1, n
               t = a(l, j)
               a(l, j) = a(k, j)
               a(k, j) = t
   20       continue
         end if
         do 30 i = k + 1, n
            a(i, k) = a(i, k)/a(k, k)
   30    continue
         do 50 j = k + 1, n
            do 40 i = k + 1, n
               a(i, j) = a(i, j) - a(i, k)*a(k, j)
   40       continue
   50    continue
   60 continue
      return
      end subroutine lufac
