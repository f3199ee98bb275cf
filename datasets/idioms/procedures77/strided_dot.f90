      double precision function ddotinc(n, x, incx, y, incy)
      implicit none
      integer n, incx, incy
      double precision x(*), y(*)
      double precision dtemp
      integer i, ix, iy
      ddotinc = 0.0d0
      dtemp = 0.0d0
      if (n .le. 0) return
      ix = 1
      iy = 1
      if (incx .lt. 0) ix = (-n + 1)*incx + 1
      if (incy .lt. 0) iy = (-n + 1)*incy + 1
      do 10 i = 1, n
         dtemp = dtemp + x(ix)*y(iy)
         ix = ix + incx
         iy = iy + incy
   10 continue
      ddotinc = dtemp
      return
      end function ddotinc
