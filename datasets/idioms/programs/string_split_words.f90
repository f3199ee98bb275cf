program split_words
  implicit none
  character(len=40) :: line
  integer :: n, first, last

  line = 'one two  three four'
  n = 0
  first = 1
  do while (first <= len_trim(line))
    if (line(first:first) == ' ') then
      first = first + 1
      cycle
    end if
    last = index(line(first:), ' ') + first - 2
    n = n + 1
    write(*, '(i0, 3a, i0, a)') n, ': ', line(first:last), ' (', last - first + 1, ')'
    first = last + 1
  end do
  write(*, '(a, i0)') 'words: ', n
end program split_words
