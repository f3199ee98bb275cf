      subroutine smooth3(n, y)
      dimension y(*)
      if (n-3) 20, 5, 5
    5 prev = y(1)
      do 10 i = 2, n-1
         cur = y(i)
         y(i) = 0.25*prev + 0.5*cur + 0.25*y(i+1)
         prev = cur
   10 continue
   20 return
      end subroutine smooth3
