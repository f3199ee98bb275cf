      subroutine drotate(n, x, y, c, s)
      double precision x(*), y(*), c, s, temp
      integer n
      if (n.le.0) return
      do 10 i = 1, n
         temp = c*x(i) + s*y(i)
         y(i) = c*y(i) - s*x(i)
         x(i) = temp
   10 continue
      end subroutine drotate
