      subroutine dger1(m, n, alpha, x, y, a, lda)
      integer m, n, lda
      double precision alpha, x(*), y(*), a(lda, *), temp
      integer i, j
      if ((m .eq. 0) .or. (n .eq. 0) .or. (alpha .eq. 0.0d0)) return
      do 20, j = 1, n
         if (y(j) .ne. 0.0d0) then
            temp = alpha*y(j)
            do 10, i = 1, m
               a(i, j) = a(i, j) + x(i)*temp
   10       continue
         end if
   20 continue
      return
      end subroutine dger1
