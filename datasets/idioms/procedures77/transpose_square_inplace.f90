      subroutine trsq(n, a, lda)
      integer n, lda
      real a(lda, *)
      do 20 j = 2, n
         do 10 i = 1, j - 1
            t = a(i, j)
            a(i, j) = a(j, i)
            a(j, i) = t
   10    continue
   20 continue
      return
      end subroutine trsq
