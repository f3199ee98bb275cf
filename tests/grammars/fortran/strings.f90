program strings
  use iso_c_binding, only: c_char
  character(len=*), parameter :: quoted = 'it''s & "so" ! no comment', other = "a ""b"" 'c' &
       &goes on", empty = ''
  character(kind=c_char, len=3) :: kinds = c_char_'abc'
  complex(kind(1.0d0)) :: z = (1.0d0, -2.5d-3)
  logical :: l
  integer :: i, j, table(2, 2)
  real(8) :: x(3) = 0.0_8
  data ((table(i, j), i = 1, 2), j = 1, 2) /4*0/
  print *, quoted // other // "x", kinds, z**2, .5, 1., 1e10
  print '(a, i5, 3(f10.3, /))', "a", i, x
  write (*, '(a)', advance="no") 'a long line of text that does not fit, with a comma, &
    &and with more and more and more and more words until it has to be folded somewhere'
  write (unit=*, fmt=100) (x(i), i=1, 3), ((table(i, j), i=1, 2), j=1, 2)
  read (5, *, err=200, end=200) x
  inquire (file='some file', exist=l)
  open (newunit=i, file="x" // 'y', status='old', iostat=j); close (i)
100 format (1x, 'it''s', 3(f10.3, ','), /, 2(1p, e12.4), t20, "(a)")
200 stop
end program strings
