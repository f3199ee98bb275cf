      integer function idmax(n, dx, incx)
      double precision dx(*), dmax
      integer n, incx, i, ix
      idmax = 0
      if (n.lt.1 .or. incx.le.0) return
      idmax = 1
      if (n.eq.1) return
      ix = 1
      dmax = dabs(dx(1))
      ix = ix + incx
      do 20 i = 2, n
         if (.not. dabs(dx(ix)) .gt. dmax) go to 10
         idmax = i
         dmax = dabs(dx(ix))
   10    ix = ix + incx
   20 continue
      return
      end function idmax
