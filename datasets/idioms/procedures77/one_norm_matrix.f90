      real function slange1(m, n, a, lda)
      integer m, n, lda
      real a(lda, *)
      real sum, value
      integer i, j
      value = 0.0e0
      if (lda .lt. m) go to 30
      do 20 j = 1, n
         sum = 0.0e0
         do 10 i = 1, m
            sum = sum + abs(a(i, j))
   10    continue
         if (value .lt. sum) value = sum
   20 continue
   30 continue
      slange1 = value
      return
      end function slange1
