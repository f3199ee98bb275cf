      subroutine trisolve(n, c, d, e, b, info)
      integer n, info
      double precision c(*), d(*), e(*), b(*)
      integer k, kb
      double precision t
      info = 0
      do 10 k = 2, n
         if (d(k-1) .eq. 0.0d0) then
            info = k - 1
            go to 100
         end if
         t = c(k)/d(k-1)
         d(k) = d(k) - t*e(k-1)
         b(k) = b(k) - t*b(k-1)
   10 continue
      if (n .lt. 1) go to 100
      if (d(n) .ne. 0.0d0) go to 20
         info = n
         go to 100
   20 continue
      b(n) = b(n)/d(n)
      do 30 kb = 1, n - 1
         k = n - kb
         b(k) = (b(k) - e(k)*b(k+1))/d(k)
   30 continue
  100 continue
      return
      end subroutine trisolve
