      subroutine mkgivens(a, b, c, s)
      double precision a, b, c, s
      double precision r, roe, scale
      roe = b
      if (dabs(a) .gt. dabs(b)) roe = a
      scale = dabs(a) + dabs(b)
      if (scale .ne. 0.0d0) go to 10
      c = 1.0d0
      s = 0.0d0
      go to 20
   10 r = scale*dsqrt((a/scale)**2 + (b/scale)**2)
      if (roe .lt. 0.0d0) r = -r
      c = a/r
      s = b/r
      a = r
      b = 0.0d0
   20 return
      end subroutine mkgivens
