      subroutine cyclelen(n, perm, length)
      integer n, perm(0:*), length(0:*)
      integer i, k, isteps
      do 30 i = 0, n - 1
         k = perm(i)
         isteps = 1
   10    continue
         if (k .eq. i .or. isteps .ge. n) go to 20
         if (k .lt. 0 .or. k .ge. n) go to 20
            k = perm(k)
            isteps = isteps + 1
            go to 10
   20    length(i) = -isteps
         if (k .eq. i) length(i) = isteps
   30 continue
      end subroutine cyclelen
