      double precision function convert(mode, x)
      integer mode
      double precision x
      go to (10, 20, 30), mode
      convert = x
      return
   10 convert = x*2.54d0
      return
   20 convert = x/2.54d0
      return
   30 convert = (x - 32.0d0)*5.0d0/9.0d0
      return
      end function convert
