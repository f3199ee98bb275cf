      subroutine shell(n, a)
      integer n
      real a(*), w
      integer i, j, m
      m = n
   10 m = m/2
      if (m .eq. 0) return
      do 40 j = 1, n - m
         i = j
   20    if (i .lt. 1) go to 40
         if (.not. (a(i+m) .lt. a(i))) go to 40
         w = a(i)
         a(i) = a(i+m)
         a(i+m) = w
         i = i - m
         go to 20
   40 continue
      go to 10
      end subroutine shell
