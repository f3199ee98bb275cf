      double precision function csevl(x, cs, n)
      integer n, i, ni
      double precision b0, b1, b2, cs(*), twox, x
      b1 = 0.0d0
      b0 = 0.0d0
      b2 = 0.0d0
      twox = 2.0d0*x
      do 10 i = 1, n
         b2 = b1
         b1 = b0
         ni = n + 1 - i
         b0 = twox*b1 - b2 + cs(ni)
   10 continue
      csevl = 0.5d0*(b0 - b2)
      return
      end function csevl
