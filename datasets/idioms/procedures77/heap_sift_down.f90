      subroutine sift(ra, l, n)
      integer ra(0:*), l, n
      integer i, j, rra
      rra = ra(l)
      i = l
      j = 2*l + 1
   20 if (j .lt. n) then
         if (j + 1 .lt. n) then
            if (ra(j) .lt. ra(j+1)) j = j + 1
         end if
         if (rra .lt. ra(j)) then
            ra(i) = ra(j)
            i = j
            j = 2*j + 1
            go to 20
         end if
      end if
      ra(i) = rra
      return
      end subroutine sift
