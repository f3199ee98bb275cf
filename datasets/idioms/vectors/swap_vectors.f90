      SUBROUTINE SWAPV(N, X, INCX, Y, INCY)
      INTEGER N, INCX, INCY
      REAL X(*), Y(*)
      REAL TMP
      INTEGER I, IX, IY
      IX = 1
      IY = 1
      DO 10 I = 1, N
         TMP = X(IX)
         X(IX) = Y(IY)
         Y(IY) = TMP
         IX = IX + INCX
         IY = IY + INCY
   10 CONTINUE
      RETURN
      END
