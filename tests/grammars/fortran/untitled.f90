! A main program may go without a PROGRAM statement.
integer i
i = 3
print *, twice(i)
contains
  integer function twice(n)
    twice = 2*n
  end function
end
