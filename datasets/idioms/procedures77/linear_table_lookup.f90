      double precision function tabint(n, xt, yt, x)
      integer n, i
      double precision xt(*), yt(*), x
      if (.not. x .le. xt(1)) go to 10
      tabint = yt(1)
      return
   10 continue
      do 20 i = 2, n
         if (x .lt. xt(i)) go to 30
   20 continue
      tabint = yt(max(n, 1))
      return
   30 tabint = yt(i-1) + (x - xt(i-1))*(yt(i) - yt(i-1))/(xt(i) - xt(i-1))
      return
      end function tabint
