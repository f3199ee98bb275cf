      subroutine axpyi(nz, a, x, indx, y)
      integer nz, indx(*)
      double precision a, x(*), y(*)
      integer i
      if (nz .le. 0) return
      if (a .eq. 0.0d0) return
      do 10 i = 1, nz
         y(indx(i) + 1) = y(indx(i) + 1) + a * x(i)
   10 continue
      return
      end subroutine axpyi
