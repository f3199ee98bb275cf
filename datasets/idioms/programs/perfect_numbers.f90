PROGRAM PERFECT
  INTEGER N, S, NP, NA, ND
  NP = 0
  NA = 0
  ND = 0
  DO 20 N = 1, 500
     S = 0
     DO 10 I = 1, N/2
        IF (MOD(N, I) .EQ. 0) S = S + I
10   CONTINUE
     IF (S .EQ. N) THEN
        WRITE(*,*) N, ' is perfect'
        NP = NP + 1
     ELSE IF (S .GT. N) THEN
        NA = NA + 1
     ELSE
        ND = ND + 1
     END IF
20 CONTINUE
  WRITE(*,*) NP, NA, ND
END PROGRAM PERFECT
