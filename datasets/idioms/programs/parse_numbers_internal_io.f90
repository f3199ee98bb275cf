program internal_io
  implicit none
  character(len=6) :: field(3)
  character(len=20) :: label
  integer :: i, value, total

  field = [character(len=6) :: '17', '-250', '3']
  total = 0
  do i = 1, 3
    read(field(i), *) value
    total = total + value
  end do
  write(label, '(a, i0)') 'total', total
  print '(a)', trim(label)
  print '(a, i0)', 'length ', len_trim(label)
end program internal_io
