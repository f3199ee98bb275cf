      SUBROUTINE CARDS(A, B, N, LDA)
C     A comment with a quote: don't
*     and another
      IMPLICIT INTEGER (A-C, X), REAL (Y-Z)
      INTEGER N, LDA, I, J, IHELLO                                      CARDS001
      DOUBLE PRECISION A(LDA,*), B(*), SIXTH, T                         CARDS002
      CHARACTER*(*) FIRST
      CHARACTER NAME*6, WORD*4
      PARAMETER (FIRST = 'a string that goes on to the very end of its c
     $ard and over it', SIXTH = 0.16666 66666 D0)
      LOGICAL DONE
      COMMON /BLOCK/ T, NAME
      EQUIVALENCE (I, J)
      EXTERNAL DAXPY
      INTRINSIC ABS, MAX
      SAVE
      DATA IHELLO /4/, DONE /.FALSE./
      DO10I=1,N
         IF (I .EQ. 3 .AND.  ! a remark
     1       .NOT. DONE. OR. LDA.GT.2) GOTO 20

C        between the cards
     2   
         A(I,1) = A(I,1)*
     $      2.D0 + ABS(B(I))**2
   10 CONTINUE
      DO 15 I = 1, N
      DO 15 J = 1, N
   15 A(I,J) = MAX(A(I,J), 0.0D+0)
   20 WRITE (6, 100) (A(I,1), I=1,N)
      IF (LDA - N) 30, 30, 20
   30 CALL PRINTS(6HHELLO!, N)
      GO TO (10, 20), I
  100 FORMAT (8H IT'S (!, 1X, 'A', 3(F10.3,/)/1P,E12.4)
      END
