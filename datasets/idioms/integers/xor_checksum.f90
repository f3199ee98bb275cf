subroutine xor_checksum(words, checksum, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: words(n)
  integer, intent(inout) :: checksum

  checksum = ieor(checksum, iparity(words))
end subroutine xor_checksum
