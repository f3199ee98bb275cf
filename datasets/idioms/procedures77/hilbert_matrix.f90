      subroutine hilb(n, h, ldh)
      integer n, ldh, i, j
      double precision h(ldh, *)
      do 10 j = 1, n
      do 10 i = 1, n
   10 h(i, j) = 1.0d0/dble(i + j - 1)
      return
      end subroutine hilb
