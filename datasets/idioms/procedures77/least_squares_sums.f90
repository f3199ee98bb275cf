      subroutine lsfit(n, x, y, a, b, ier)
      integer n, ier, i
      real x(n), y(n), a, b
      double precision sx, sy, sxx, sxy, d
      ier = 0
      a = 0.0
      b = 0.0
      if (n .lt. 2) then
         ier = 1
         return
      endif
      sx = 0d0
      sy = 0d0
      sxx = 0d0
      sxy = 0d0
      do i = 1, n
         sx = sx + x(i)
         sy = sy + y(i)
         sxx = sxx + dble(x(i))*x(i)
         sxy = sxy + dble(x(i))*y(i)
      enddo
      d = n*sxx - sx*sx
      if (d .eq. 0d0) then
         ier = 2
         return
      endif
      b = sngl((n*sxy - sx*sy)/d)
      a = sngl((sy - b*sx)/n)
      end subroutine lsfit
