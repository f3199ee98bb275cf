      subroutine daxpy5(n, da, dx, dy)
      integer n
      double precision da, dx(*), dy(*)
      integer i, m
      if (n .le. 0) return
      if (da .eq. 0.0d0) return
      m = mod(n, 4)
      if (m .eq. 0) goto 40
      do 30 i = 1, m
         dy(i) = dy(i) + da*dx(i)
   30 continue
      if (n .lt. 4) return
   40 do 50 i = m + 1, n, 4
         dy(i) = dy(i) + da*dx(i)
         dy(i + 1) = dy(i + 1) + da*dx(i + 1)
         dy(i + 2) = dy(i + 2) + da*dx(i + 2)
         dy(i + 3) = dy(i + 3) + da*dx(i + 3)
   50 continue
      return
      end subroutine daxpy5
