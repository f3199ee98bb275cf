subroutine xor_checksum(words, sum, n)
  integer, intent(in) :: n
  integer, intent(in) :: words(n)
  integer, intent(inout) :: sum

  sum = ieor(sum, iparity(words))
end subroutine xor_checksum
