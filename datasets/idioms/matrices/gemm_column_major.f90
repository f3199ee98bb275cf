      subroutine dgemm_nn(m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
      integer m, n, k, lda, ldb, ldc
      double precision alpha, beta
      double precision a(lda, *), b(ldb, *), c(ldc, *)
      integer i, j, p
      double precision t
      do 30 j = 1, n
         do 20 i = 1, m
            t = 0.0d0
            do 10 p = 1, k
               t = t + a(i, p)*b(p, j)
   10       continue
            c(i, j) = alpha*t + beta*c(i, j)
   20    continue
   30 continue
      end
