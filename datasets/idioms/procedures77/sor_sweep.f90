      subroutine sor(u, f, nx, ny, omega, resid)
      implicit real*8 (a-h, o-z)
      integer nx, ny
      dimension u(nx, ny), f(nx, ny)
      real*8 omega, resid
      res = 0.d0
      do 20 j = 2, ny - 1
      do 10 i = 2, nx - 1
         r = 0.25d0*(u(i-1,j) + u(i+1,j) + u(i,j-1) + u(i,j+1) - f(i,j)) - u(i,j)
         u(i,j) = u(i,j) + omega*r
         res = res + r*r
   10 continue
   20 continue
      resid = res
      return
      end subroutine sor
