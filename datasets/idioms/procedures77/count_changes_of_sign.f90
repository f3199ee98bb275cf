      integer function nsign(n, p)
      integer n
      real p(*), last
      nsign = 0
      last = 0.0
      do 10 i = 1, n
         if (p(i) .eq. 0.0) goto 10
         if (last*p(i) .lt. 0.0) nsign = nsign + 1
         last = p(i)
10    continue
      return
      end function nsign
