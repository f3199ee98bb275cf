      double precision function polval(n, c, x)
      implicit double precision (a-h, o-z)
      dimension c(n)
      p = 0.0d0
      do 10 i = n, 1, -1
         p = p*x + c(i)
   10 continue
      polval = p
      return
      end function polval
