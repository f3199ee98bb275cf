      double precision function enorm(n, x)
      integer n
      double precision x(n)
      double precision absxi, scale, ssq
      integer i
      scale = 0.0d0
      ssq = 1.0d0
      do 10 i = 1, n
         if (x(i) .ne. 0.0d0) then
            absxi = dabs(x(i))
            if (scale .lt. absxi) then
               ssq = 1.0d0 + ssq*(scale/absxi)**2
               scale = absxi
            else
               ssq = ssq + (absxi/scale)**2
            end if
         end if
   10 continue
      enorm = scale*dsqrt(ssq)
      return
      end function enorm
