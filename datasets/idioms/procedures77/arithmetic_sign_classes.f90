      subroutine classify(n, x, neg, zero, pos)
      integer n, neg, zero, pos, i
      double precision x(n)
      neg = 0
      zero = 0
      pos = 0
      do 40 i = 1, n
         if (x(i) .lt. 0.0d0) go to 10
         if (x(i) .eq. 0.0d0) go to 20
         pos = pos + 1
         go to 40
   10    neg = neg + 1
         go to 40
   20    zero = zero + 1
   40 continue
      return
      end subroutine classify
