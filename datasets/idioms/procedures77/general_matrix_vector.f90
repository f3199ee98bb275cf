      subroutine gemvn(m, n, alpha, a, lda, x, beta, y, info)
      integer m, n, lda, info
      double precision alpha, beta
      double precision a(lda, *), x(*), y(*)
      double precision temp
      integer i, j
      intrinsic max
!     test the input parameters
      info = 0
      if (m .lt. 0) then
         info = 1
      else if (n .lt. 0) then
         info = 2
      else if (lda .lt. max(1, m)) then
         info = 5
      end if
      if (info .ne. 0) return
      do 10 i = 1, m
         y(i) = beta*y(i)
   10 continue
      do 30 j = 1, n
         temp = alpha*x(j)
         do 20 i = 1, m
            y(i) = y(i) + temp*a(i, j)
   20    continue
   30 continue
      return
      end subroutine gemvn
