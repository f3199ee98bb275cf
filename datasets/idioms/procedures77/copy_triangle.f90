      subroutine copy_part(uplo, m, n, a, lda, b, ldb)
      integer uplo, m, n, lda, ldb
      double precision a(lda, *), b(ldb, *)
      integer i, j
      if (uplo .eq. 1) then
         do 20 j = 1, n
            do 10 i = 1, min(j, m)
               b(i, j) = a(i, j)
   10       continue
   20    continue
      else if (uplo .eq. 2) then
         do 40 j = 1, n
            do 30 i = j, m
               b(i, j) = a(i, j)
   30       continue
   40    continue
      else
         do 60 j = 1, n
            do 50 i = 1, m
               b(i, j) = a(i, j)
   50       continue
   60    continue
      end if
      return
      end subroutine copy_part
